import { createHash } from 'node:crypto';
import type { HistoryAction, HistoryReason } from '../../../../terms/enums.ts';
import type { Mandate } from '../../../../terms/mandate.ts';
import type { HistoryChange, HistoryEntry, HistoryUpdate } from '../history/history-entry.ts';
import type { Message } from '../messages/message.ts';
import type { Problem } from '../problem.ts';
import type { DossierValues } from '../values/value-kinds.ts';
import type { DossierRecord } from './dossier-record.ts';

/**
 * The officer who takes a step, with time and mandate; and the key that makes the same request, sent twice, one step.
 */
export interface Author {
  by: string;
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

/** A number of values, and the most that one officer may have of them in a day. */
export interface OfDay {
  number: number;
  most: number;
}

/** Values that one officer may record in a day: far more than anybody types, and few enough that the agency can follow up on each. */
export const mostRecordedADay = 5_000;

/** The changes of one step to a dossier, decided before anything is written. */
export interface Step {
  /** The fields that become something else; undefined takes a field away. */
  set: Partial<DossierRecord>;
  unset: (keyof DossierValues | 'samePersonAs' | 'heldUntil')[];
  entry: HistoryEntry;
  /** The part of the history that goes before the entry is added. */
  forgets?: Forgets;
  /** Messages on it to other agencies. */
  messages?: Message[];
  /** The values that its officer removes by it, of the most that they may in a day. */
  removes?: OfDay;
  /** The same of those that they record by it. */
  records?: OfDay;
  /** It contests a value of a dossier of other cases than its officer's, of which they may contest so many in a day. */
  contests?: OfDay;
  /** It takes back a link, a release, a removal or a proposal of such a dossier. */
  takesBack?: OfDay;
  /** It clears a person, and so has the dossier erased, which an officer does for so many in a day. */
  clears?: OfDay;
  /** It proposes to show a dossier to other agencies without a release, which then waits for a second officer. */
  proposesShareable?: OfDay;
}

/** The counts of a step for its officer's day. A step on a group, or on a request, has some of its own. */
export type CountedInDay = Pick<
  Step,
  'removes' | 'records' | 'contests' | 'takesBack' | 'clears' | 'proposesShareable'
> & {
  amends?: OfDay;
  recordsGroup?: OfDay;
  drafts?: OfDay;
  /** It takes a request over from an officer for whom its own does not stand in. */
  takesOver?: OfDay;
  /** It asks about the form of a request. */
  questions?: OfDay;
  /** It proposes to refuse a request, or to call it impossible. */
  refuses?: OfDay;
};

/** The counts of a step that it has, each with its name. */
export const countsOf = ({
  removes,
  records,
  contests,
  takesBack,
  clears,
  proposesShareable,
  amends,
  recordsGroup,
  takesOver,
  questions,
  refuses,
  drafts,
}: CountedInDay) =>
  Object.entries({
    removed: removes,
    recorded: records,
    contested: contests,
    takenBack: takesBack,
    cleared: clears,
    proposedShareable: proposesShareable,
    amended: amends,
    recordedGroups: recordsGroup,
    takenOver: takesOver,
    questioned: questions,
    refused: refuses,
    drafted: drafts,
  }).flatMap(([counter, values]) => (values ? [[counter as CountedAs, values] as const] : []));

export type CountedAs =
  | 'removed'
  | 'recorded'
  | 'contested'
  | 'takenBack'
  | 'cleared'
  | 'proposedShareable'
  | 'amended'
  | 'recordedGroups'
  | 'takenOver'
  | 'questioned'
  | 'refused'
  | 'drafted';

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
