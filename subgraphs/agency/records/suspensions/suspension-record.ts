import type { Agency } from '../../../../terms/agencies.ts';
import type { Message } from '../messages/message.ts';

/** A decision about a suspension: by whom, when and why. Another agency is told when, and neither by whom nor why. */
export interface SuspensionStep {
  at: Date;
  by?: string;
  reason?: string;
}

/** An officer who may not use the system, or might not for a while. */
export interface SuspensionRecord {
  /** An id in the order of time; for another agency's officer with that agency before it. */
  _id: string;
  /** The officer's. */
  agency: Agency;
  /** The officer, as the agency's tokens name them; of another agency the digest that it told (`officerDigest`), or a name that an earlier version told. */
  subject: string;
  /** Absent once it was undone. */
  isActive?: true;
  suspended: SuspensionStep;
  /** The orders of other officers while it stood. None of these officers may undo it either. */
  further?: SuspensionStep[];
  reinstated?: SuspensionStep;
  /** The messages for the other agencies. */
  pending?: Message[];
}
