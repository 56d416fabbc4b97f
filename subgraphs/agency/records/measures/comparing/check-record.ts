import type { MeasureCheckState } from '../../../../../terms/enums.ts';
import { endOfDay } from '../../formats/dates/day-window.ts';
import type { Message } from '../../messages/message.ts';
import { messageIdOf, newMessageId } from '../../messages/message.ts';
import { orderOf } from '../../waiting/waiting-record.ts';
import { checkState, uncheckedAt } from '../check-state.ts';
import { type MeasureCheck, noCheck } from '../measure-check.ts';
import type { CheckEvent, ToldWord } from './check-transition.ts';
import { type ComparedRecord, isOpen } from './compared-measure.ts';
import { mostPairs } from './measure-messages.ts';

/** The comparison of a measure as it is stored. */
export interface CheckRecord {
  /** The measure, as `ComparedRecord._id`. */
  _id: string;
  version: number;
  check: MeasureCheck;
  dossier: string;
  /** The measure's id in it. */
  measure: string;
  /** The cases for whose officers it is listed. */
  cases: string[];
  plannedBy: string;
  /** The time at which the last day of its window is over. */
  endsAt: Date;
  /** The place among others: the time at which it came up. */
  place: string;
  /** The state as far as it is written. */
  state: MeasureCheckState;
  /** The next moment at which time changes it; absent where none does. */
  due?: Date;
  /** The place among all that waits for an officer, see `orderOf`; absent unless it is in conflict. */
  order?: string;
  /** Its tokens are on their way, and not all of them are told. */
  isOnTheWay?: true;
  /** The tokens of other agencies that it meets, each after its agency. */
  theirs?: string[];
  /** The time at which a supervisor of either agency went on against the other. */
  overriddenAt?: Date;
  /** Its dossier has it no more. */
  isErased?: true;
  /** Supervisors' words that were taken under idempotency keys. */
  taken?: { by: string; key: string; fingerprint: string }[];
  /** Messages that wait for their numbers. */
  pending?: Message[];
}

/** The last time at which somebody went on. */
function overriddenAt({ overrides = [] }: MeasureCheck): Date | undefined {
  const times = overrides.map(({ at }) => at.getTime());
  return times.length > 0 ? new Date(Math.max(...times)) : undefined;
}

type Kept = Omit<CheckRecord, 'state' | 'due' | 'order' | 'isOnTheWay' | 'theirs' | 'overriddenAt'>;

/** Due at the end of its last day. */
const orderOfConflict = ({ _id, check, endsAt }: Pick<CheckRecord, '_id' | 'check' | 'endsAt'>): string =>
  orderOf({ due: endsAt, since: check.changedAt ?? endsAt, id: _id });

/** A record with the columns that follow from its check. */
export function withCheckColumns(
  { _id, version, check, dossier, measure, cases, plannedBy, endsAt, place, isErased, taken, pending }: Kept,
  now: Date,
): CheckRecord {
  const late = uncheckedAt(check);
  const isLive = check.since !== undefined && check.endedAt === undefined;
  const due = late && late > now && late < endsAt ? late : endsAt;
  const overridden = overriddenAt(check);
  const state = checkState(check, now);
  return {
    ...{ _id, version, check, dossier, measure, cases, plannedBy, endsAt, place, state },
    ...(isLive && state === 'CONFLICT' && { order: orderOfConflict({ _id, check, endsAt }) }),
    ...(isLive && { due }),
    ...(isLive && check.listedAt && !check.toldAt && { isOnTheWay: true as const }),
    ...(check.meetings.length > 0 && {
      theirs: check.meetings.map(({ other, theirs }) => `${other} ${theirs}`),
    }),
    ...(overridden && { overriddenAt: overridden }),
    ...(isErased && { isErased }),
    ...(taken && { taken }),
    ...(pending && { pending }),
  };
}

/** The comparison of a measure that none was kept of. */
export const newCheckRecord = (row: ComparedRecord, now: Date): CheckRecord =>
  withCheckColumns({ ...factsOf(row), version: 0, check: noCheck, place: messageIdOf(row._id, now) }, now);

/** What a record takes over from its measure. */
export const factsOf = ({
  _id,
  dossier,
  measure,
  cases,
  plannedBy,
  window,
}: ComparedRecord): Pick<CheckRecord, '_id' | 'dossier' | 'measure' | 'cases' | 'plannedBy' | 'endsAt'> => ({
  ...{ _id, dossier, measure, cases, plannedBy },
  endsAt: endOfDay(window.until),
});

/** True where a record has taken over all that its measure has now. */
export const isUpToDate = (record: CheckRecord, row: ComparedRecord): boolean =>
  JSON.stringify(record.cases) === JSON.stringify(row.cases) && record.plannedBy === row.plannedBy;

/** What a measure has become to its comparison, of one that is open no more. */
export function endingOf(row: ComparedRecord, at: Date): CheckEvent | undefined {
  if (row.change !== 'GONE' && isOpen(row, at)) return undefined;
  // What was planned anew has yet to be authorised, and what was authorised before is not the same measure.
  return { kind: row.change !== 'GONE' && row.state === 'PLANNED' ? 'STOP' : 'END', at };
}

/** The messages by which a word is told to other agencies. */
export const messagesOfWord = (tells: readonly ToldWord[], at: Date): Message[] =>
  tells.flatMap(({ other, how, reason, pairs }) =>
    Array.from({ length: Math.ceil(pairs.length / mostPairs) }, (_, part) => ({
      id: newMessageId(at),
      to: other,
      type: 'concord.measure.settled.v1',
      at,
      data: {
        how,
        ...(reason && { reason }),
        pairs: pairs
          .slice(part * mostPairs, (part + 1) * mostPairs)
          .map(({ own, theirs }) => ({ theirs: own, yours: theirs })),
      },
    })),
  );
