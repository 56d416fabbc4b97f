import { createHash } from 'node:crypto';
import type { Authenticated } from '../../../../identity/authenticate-fetch.ts';
import type { Agency } from '../../../../terms/agencies.ts';
import type { EvidenceKind, RedactionReason, Role } from '../../../../terms/enums.ts';
import type { Mandate } from '../../../../terms/mandate.ts';
import { randomId } from '../random-id.ts';

/**
 * The reads of one request on this agency's records, by its own viewers or another agency's. It holds no value of any
 * record.
 */
export interface ReadEntry {
  /** See `entryKeyOf`. */
  _id: string;
  at: Date;
  /** The caller's name for the request. Two requests can have the same, so nothing follows from it. */
  requestId: string;
  /** The viewer, as their agency names them. */
  by: string;
  agency: Agency;
  roles: Role[];
  mandate: Mandate;
  /** The viewer's reason for reading dossiers that have none of their mandate's cases, if given. */
  reason?: string;
  dossiers: string[];
  /** The dossiers that have none of an own viewer's mandate's cases. */
  beyondMandate?: string[];
  /** The dossiers that have none of an own viewer's assigned cases. */
  ofNoCase?: string[];
  /** Groups that were read, by themselves or as a dossier names them. */
  groups: string[];
  /** Requests for information that were shown with their subject or their necessity; absent of an entry from before they were noted. */
  requests?: string[];
  /** Joint operations that were shown; absent where none was. */
  operations?: string[];
  /** The fields that were answered, of all these dossiers unless `withheld` says otherwise. */
  coordinates: string[];
  withheld: { coordinate: string; reason: RedactionReason; dossiers: string[] }[];
  /** The search, if the request was one. */
  search?: SearchOnRecord;
}

/**
 * An entry's part: what one fetch has read. Parts are inserted and never changed, so that the processes that answer need
 * no right to change what is on record. Its id begins with the entry's key, so that those of one entry lie together.
 */
export type ReadPart = ReadEntry;

/** A search as it goes on record: by kinds and tokens, since its criteria are themselves about a person. */
export interface SearchOnRecord {
  kinds: EvidenceKind[];
  /** One token for each criterion. */
  criteria: number[];
  /** Searches of the same viewer in the day before that had a criterion of this one and others beside: a way to guess. */
  near: number;
}

/**
 * Names the entry that a fetch belongs to: by the gateway's own name of the request, which begins with its time, and by who
 * asks under what, so that a gateway cannot join the reads of two officers. The caller chooses no part of it.
 */
export function entryKeyOf({
  requestKey,
  viewer: { agency, subject },
  mandate: { purpose, legalBasis, case: caseNumber },
}: Pick<Authenticated, 'requestKey' | 'viewer' | 'mandate'>): string {
  const asked = JSON.stringify([agency, subject, purpose, legalBasis, caseNumber ?? null]);
  return `${requestKey}-${createHash('sha256').update(asked).digest('hex').slice(0, 16)}`;
}

export const partIdOf = (entryKey: string): string => `${entryKey}-${randomId(8)}`;

/** The entry of a part. Before entries had parts each was a document, with an id of two words. */
export const entryOfPart = (id: string): string => id.split('-').slice(0, 3).join('-');
