import type { InformationClass } from '../../../terms/information-class.ts';
import type { RedactionReason } from '../../../terms/redaction-reason.ts';
import type { Advice } from './advice.ts';

/** Whether a viewer may read a field of this agency's. */
export interface FieldVisibility {
  coordinate: string;
  class: InformationClass;
  verdict: 'ALLOW' | 'BY_RECORD' | 'DENY';
  reason: RedactionReason | null;
  remedy: string | null;
  advice: Advice | null;
}
