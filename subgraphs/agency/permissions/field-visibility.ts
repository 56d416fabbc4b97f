import type { FieldVerdict, InformationClass, RedactionReason } from '../../../terms/enums.ts';
import type { Advice } from './advice.ts';

/** The verdict on one field of this agency for one viewer. */
export interface FieldVisibility {
  coordinate: string;
  class: InformationClass;
  verdict: FieldVerdict;
  reason: RedactionReason | null;
  remedy: string | null;
  advice: Advice | null;
}
