import type { FieldVerdict, InformationClass } from '../../../terms/enums.ts';
import type { RedactionReason } from '../../../terms/redaction-reason.ts';
import type { Advice } from './advice.ts';

/** Whether a viewer may read a field of this agency's. */
export interface FieldVisibility {
  coordinate: string;
  class: InformationClass;
  verdict: FieldVerdict;
  reason: RedactionReason | null;
  remedy: string | null;
  advice: Advice | null;
}
