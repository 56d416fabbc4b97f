import type { Agency } from '../../../identity/agencies.ts';
import type { Mandate } from '../../../identity/mandate.ts';
import type { Role } from '../../../identity/viewer.ts';
import type { EvidenceKind } from '../../../schema/evidence.ts';
import type { Reason } from '../permissions/remedy.ts';

/** What one request of another agency's viewer has read of this agency's records. It holds no value of any of them. */
export interface ReadRecord {
  /** The time in milliseconds, in base 36 and of one length, and random characters: in the order of time. */
  _id: string;
  at: Date;
  requestId: string;
  /** The viewer, as his agency names him. */
  by: string;
  agency: Agency;
  roles: Role[];
  mandate: Mandate;
  dossiers: string[];
  /** Groups that were read, by themselves or as a dossier names them. */
  groups: string[];
  /** The fields that were answered, of all these dossiers unless `withheld` says otherwise. */
  coordinates: string[];
  withheld: { coordinate: string; reason: Reason; dossiers: string[] }[];
  /** What was searched by, where it was a search. */
  search?: SearchOnRecord;
}

/** A search as it goes on record: by kinds and tokens, since its criteria are themselves about a person. */
export interface SearchOnRecord {
  kinds: EvidenceKind[];
  /** One token for each criterion. */
  criteria: number[];
  /** Searches of the same viewer in the day before that had a criterion of this one and others beside: a way to guess. */
  near: number;
}
