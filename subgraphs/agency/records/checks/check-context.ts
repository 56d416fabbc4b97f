import type { AgencyRetention } from '../values/agency-retention.ts';
import type { Birth } from '../values/birth.ts';
import type { Offence } from '../values/offences.ts';
import type { ValueContext } from '../values/value-kind.ts';

/** The knowledge of the checks beside the input. */
export interface CheckContext extends Omit<ValueContext, 'birth'> {
  retention: AgencyRetention;
  /** The values that an amended dossier will still hold: its offences are checked against a new birth date, and vice versa. */
  existing?: { birth?: Birth; offences: readonly Offence[] };
}
