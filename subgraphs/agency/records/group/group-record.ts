import type { Agency } from '../../../../terms/agencies.ts';
import type { GroupKind } from '../../../../terms/enums.ts';
import type { Provenance } from '../values/value.ts';

/** The content of a group at one of its versions. */
export type Vouched = Pick<GroupRecord, 'kind' | 'name' | 'provenance' | 'version'>;

/** A criminal group as the agency has recorded it. Who belongs to it is recorded with each member's dossier. */
export interface GroupRecord {
  /** The agency's prefix, `G-` and 16 random characters, such as `BYG-…`. */
  _id: string;
  agency: Agency;
  kind: GroupKind;
  name: string;
  provenance: Provenance;
  /**
   * The content that two officers last stood for, which other agencies read while an amendment of it waits for its countersignature. Absent where none
   * waits, or nobody has ever countersigned the group.
   */
  vouched?: Vouched;
  /** Counts the amendments; the first is 1. */
  version: number;
  createdAt: Date;
  updatedAt: Date;
  /** The day on which its retention ends, or that of what its history alone holds, if that is earlier. */
  nextErasure: Date;
  /** The earliest end of what its history alone holds; absent where it holds nothing. */
  heldUntil?: Date;
  /** The subject of the request that recorded it, and its idempotency key: `<subject> <key>`. */
  recordedWith: string;
  /**
   * Fingerprint of the request that recorded it: another request under the same key is a mistake. Absent if it was
   * recorded without a request.
   */
  recordedFingerprint?: string;
}
