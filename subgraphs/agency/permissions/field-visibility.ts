import type { InformationClass } from '../../../schema/protect/access.ts';
import type { Advice } from './advice.ts';
import type { Reason } from './reasons.ts';

/** Whether a viewer may read a field of this agency's. */
export interface FieldVisibility {
  coordinate: string;
  class: InformationClass;
  verdict: 'ALLOW' | 'BY_RECORD' | 'DENY';
  reason: Reason | null;
  remedy: string | null;
  advice: Advice | null;
}
