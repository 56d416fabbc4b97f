import type { Agency } from '../../../../terms/agencies.ts';
import type { HandlingCode } from '../../../../terms/enums.ts';
import type { Message } from '../messages/message.ts';
import type { DossierValues } from '../values/value-kinds.ts';
import type { Link } from './link.ts';
import type { Release } from './release.ts';
import type { Shareable } from './shareable.ts';
import type { StoredMatch } from './stored-match.ts';

/** A dossier as it is stored: one document, so that a decision on it and its values come from one read. */
export interface DossierRecord extends DossierValues {
  _id: string;
  agency: Agency;
  handlingCode: HandlingCode;
  cases: string[];
  /** Pairs with other agencies' dossiers, whatever was decided of them. */
  links: Link[];
  /** The other agencies' dossiers of the same person; see `samePersonAs` of links. */
  samePersonAs?: string[];
  /** The releases to other agencies, in force, ended or proposed. */
  releases: Release[];
  /** The officers' decision whether it may be seen abroad without a release; the handling code follows from it. */
  shareable?: Shareable;
  /** Messages to other agencies that have no number yet; absent if there are none. */
  pending?: Message[];
  /** Counts the amendments; the first is 1. */
  version: number;
  /** Counts what was written since that is no amendment; absent where nothing was. */
  noted?: number;
  createdAt: Date;
  updatedAt: Date;
  /** The earliest end of retention of any of its values, and of what its history alone holds: when it must be looked at again. */
  nextErasure: Date;
  /** The earliest end of what its history alone holds, as far as is known without reading it; absent where it holds nothing. */
  heldUntil?: Date;
  /**
   * Match data by which the dossier is found where persons are compared; absent until this version writes it, or
   * re-keys it.
   */
  match?: StoredMatch;
  /** The subject of the request that recorded it, and its idempotency key: `<subject> <key>`. */
  recordedWith: string;
}
