import type { LaneLimits } from '../../../../server/standstill/lane.ts';

/** The lanes of a process, by the objects from which on an operation runs in one. */
const lanes: readonly (LaneLimits & { from: number })[] = [
  { from: 0, atATime: 16, ofOfficer: 8, waiting: 1_024, waitingOfOfficer: 256 },
  { from: 200, atATime: 4, ofOfficer: 2, waiting: 128, waitingOfOfficer: 16 },
  { from: 2_000, atATime: 1, ofOfficer: 1, waiting: 128, waitingOfOfficer: 8 },
];

/**
 * Limits of the work that one operation is to a subgraph, whatever its document looked like to the gateway. Work is counted in objects
 * of an answer; whatever else takes time counts as so many of them.
 */
export const workLimits = {
  /** Objects of one answer, and what counts as such. */
  objects: 50_000,
  /** Characters of one answer. */
  characters: 4 * 1024 * 1024,
  lanes,
  /** Milliseconds that an operation waits at most, in all lanes together: its answer may take 5 s. */
  patience: 3_500,
  /** The same of a large mutation, whose outcome nobody would know if it was not answered in time. */
  patienceOfWriting: 1_500,
  /** Objects from which on an operation counts for its officer's minute. The gateway's price covers smaller ones. */
  countedFrom: 200,
  /** Objects of one officer's operations in a minute, after which further ones are refused until it is over. */
  ofOfficerAMinute: 300_000,
} as const;

/** Objects that other work counts as, by the time that it takes. An object takes some 20 µs, as was measured. */
export const objectsOf = {
  /** An operation by itself. */
  operation: 20,
  /** A dossier that is read, and so decoded. */
  dossier: 5,
  /** A page of those that share a thing: its part of two reads, and a connection. */
  sharingPage: 12,
  /** An object of the input of a mutation, which is checked, tokenised, stored and put on record. */
  inputObject: 10,
  /** A request or an alert that is read to be counted among others. */
  countedRecord: 1 / 2,
  /** The figures of the exchange of tokens with other agencies: a dozen counts and lists of the database. */
  exchange: 250,
  /** A part of the record of reads, where an overseer asks who has read how much. */
  countedRead: 1 / 4,
  /** Characters of an answer that count as an object. */
  characters: 256,
} as const;
