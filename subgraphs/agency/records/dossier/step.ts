import { createHash } from 'node:crypto';
import type { HistoryAction, HistoryReason } from '../../../../terms/enums.ts';
import type { Mandate } from '../../../../terms/mandate.ts';
import type { HistoryChange, HistoryEntry, HistoryUpdate } from '../history/history-entry.ts';
import type { Message } from '../messages/message.ts';
import type { NoticeRecord } from '../notices/notice-record.ts';
import type { Problem } from '../problem.ts';
import type { DossierValues } from '../values/value-kinds.ts';
import type { Counts } from './counts.ts';
import type { DossierRecord } from './dossier-record.ts';

/**
 * The officer who takes a step, with time and mandate; and the key that makes the same request, sent twice, one step.
 */
export interface Author {
  by: string;
  /** The cases of their token; absent where the program itself acts. */
  assigned?: readonly string[];
  mandate: Mandate;
  at: Date;
  idempotency: { key: string; fingerprint: string };
}

/** The same request has the same fingerprint; another one under the same key is a mistake of its sender. */
export const fingerprintOf = (action: string, input: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify([action, input]))
    .digest('base64url');

/** The part of a history that a step makes it forget. */
export type Forgets = Pick<HistoryUpdate, 'rewrite' | 'keepTold'>;

/** Values that one officer may record in a day: far more than anybody types, and few enough that the agency can follow up on each. */
export const mostRecordedADay = 5_000;

/**
 * The most changes of dossiers that an officer makes in a day: amendments, handling codes, contests of their own cases' values, contests taken back,
 * later terms and steps on measures. Each makes what others have read of the dossier stale.
 */
export const mostMarkedADay = 200;

/** The changes of one step to a dossier, decided before anything is written. */
export interface Step {
  /** The fields that become something else; undefined takes a field away. */
  set: Partial<DossierRecord>;
  unset: (keyof DossierValues | 'samePersonAs' | 'heldUntil')[];
  entry: HistoryEntry;
  /** The cases of its officer's token: what it brings is charged to no other's budget. Absent where it is charged to all of the dossier's. */
  assigned?: readonly string[] | undefined;
  /** The part of the history that goes before the entry is added. */
  forgets?: Forgets;
  /** Messages on it to other agencies. */
  messages?: Message[];
  /** The numbers of its officer's day that it adds to. */
  counts?: Counts;
  /** The numbers of a case's day that it adds to, whoever takes such a step in it. */
  ofCase?: { case: string; counts: Counts };
  /** Notices to officers of the agency, written with it. */
  notices?: NoticeRecord[];
}

export const entryOf = (
  author: Author,
  version: number,
  action: HistoryAction,
  changes: HistoryChange[],
  code?: HistoryReason,
): HistoryEntry => ({
  version,
  at: author.at,
  by: author.by,
  mandate: author.mandate,
  action,
  changes,
  ...(code && { code }),
  idempotency: author.idempotency,
});

/**
 * The result of working out a step on the dossier as it was read. A value that it names and that is not there is `unknown`; `problems`
 * say what the dossier would lack, or have too much of, after it.
 */
export type StepResult = { step: Step } | { unknown: string } | { problems: Problem[] };

/** A step that counts for its officer's day beside what it counts already. */
export const counted = (result: StepResult, counts: Counts): StepResult =>
  'step' in result ? { step: { ...result.step, counts: { ...result.step.counts, ...counts } } } : result;
