import type { InformationClass } from '../../../schema/access.ts';
import type { Reason } from './remedy.ts';

/** Whether a viewer may read a field of this agency's. */
export interface FieldVisibility {
  coordinate: string;
  class: InformationClass;
  verdict: 'ALLOW' | 'BY_RECORD' | 'DENY';
  reason: Reason | null;
  remedy: string | null;
}

/** What can be done where a record decides. */
export const byRecordRemedy = {
  own: 'The dossier decides: name one of its cases in `concord-case`.',
  foreign:
    'The dossier decides: it must be released to your agency for this purpose, or its owner must share the class.',
} as const;
