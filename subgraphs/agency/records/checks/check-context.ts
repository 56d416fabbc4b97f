import type { Provision } from '../../../../terms/codes-of-procedure/provision.ts';
import type { Article } from '../../../../terms/criminal-codes/article.ts';
import type { Offence } from '../values/conduct.ts';
import type { Birth } from '../values/person.ts';
import type { RetentionPeriods } from './retention-periods.ts';

/** All that a check knows beside the input. */
export interface CheckContext {
  /** The agency's closed list of articles. */
  criminalCode: readonly Article[];
  /** The agency's closed list of provisions that a measure can stand on. */
  provisions: readonly Provision[];
  /** Now, by the owner's clock. */
  today: Date;
  retention: RetentionPeriods;
  /** What the dossier that is amended will still hold: its offences are checked against a new birth date, and vice versa. */
  existing?: { birth?: Birth; offences: readonly Offence[] };
}
