import type { ClientSession } from 'mongoose';
import type { Agency } from '../../../../terms/agencies.ts';
import type { MeasureState } from '../../../../terms/enums.ts';
import { comparableNames, measureValuesOf } from '../../matching/two-key/measure-values-of.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import { nextDay } from '../../records/indicators/budget-of-day.ts';
import { isWidelyShared } from '../../records/indicators/spread.ts';
import {
  type CheckRecord,
  endingOf,
  factsOf,
  isUpToDate,
  newCheckRecord,
  withCheckColumns,
} from '../../records/measures/comparing/check-record.ts';
import type { CheckEvent } from '../../records/measures/comparing/check-transition.ts';
import {
  type ComparedRecord,
  orderOfMeasure,
  runOf,
} from '../../records/measures/comparing/compared-measure.ts';
import { weeksOf } from '../../records/measures/comparing/iso-week.ts';
import { comparedEpochs } from '../../records/measures/comparing/measure-epochs.ts';
import type { MeasureToken } from '../../records/measures/comparing/measure-token.ts';
import { keyOfValue } from '../../records/measures/comparing/measured-value.ts';
import { Contended } from '../../storage/driver-errors/contended.ts';
import { isDuplicate } from '../../storage/driver-errors/is-duplicate.ts';
import { newIndicatorName } from '../../storage/indicators/indicator-store.ts';
import type { FollowedRow } from '../../storage/measures/compared-store.ts';
import type { ListedToken } from '../../storage/measures/measure-token-store.ts';
import { mostAttempts } from '../take-step.ts';
import { afterEvent } from './change-checks.ts';
import { comparedWith, type Measuring } from './measuring.ts';

type Following = Omit<Measuring, 'curve' | 'onWrongProof' | 'book'>;

/** States of a measure that was begun. */
const takenStates: readonly MeasureState[] = ['UNDER_WAY', 'DONE', 'LIFTED'];

/** Measures that are followed up in one transaction. */
const together = 100;

/** What the measures of one agency are compared by, with each other one. */
interface Comparing {
  epochs: ReadonlyMap<Agency, readonly string[]>;
  operations: ReadonlyMap<Agency, readonly string[]>;
  dossiers: ReadonlyMap<string, DossierRecord>;
  isWithheld(indicator: string): boolean;
}

/** An operation that the other agency does not know is none to it: it would not expect the tokens of such a one. */
const scopeOf = (
  { operation }: ComparedRecord,
  common: readonly string[] = [],
): Pick<MeasureToken, 'scope'> =>
  operation !== undefined && common.includes(operation) ? { scope: operation } : {};

/** The tokens that a measure is to have, for each other agency, value, week and epoch. */
function tokensOf(row: ComparedRecord, { nodeIdOf }: Following, given: Comparing): MeasureToken[] {
  const dossier = given.dossiers.get(row.dossier);
  if (!dossier) return [];
  const { identifiers, linked } = measureValuesOf(dossier, row, nodeIdOf, given.isWithheld);
  const weeks = weeksOf(row.window);
  return [...given.epochs].flatMap(([other, epochs]) =>
    [...identifiers, ...(linked.get(other) ?? [])].flatMap(({ kind, value }) =>
      weeks.flatMap((week) =>
        epochs.map((epoch) => ({
          _id: newIndicatorName(),
          other,
          state: 'WAITING' as const,
          measure: row._id,
          run: runOf(row),
          of: keyOfValue(row._id, { kind, value }),
          kind,
          value,
          week,
          epoch,
          order: orderOfMeasure(row),
          ...scopeOf(row, given.operations.get(other)),
        })),
      ),
    ),
  );
}

/** Tells what a token of a measure is of, in whatever epoch. */
const keyOfToken = ({ other, week, of }: ListedToken): string => `${other} ${week} ${of}`;

/**
 * The tokens that a measure has and is to have no more, and those that it lacks. In which epochs it is compared it keeps from its beginning, but for what is
 * added.
 */
function changeOf(
  before: readonly ListedToken[],
  after: readonly MeasureToken[],
): { gone: string[]; more: MeasureToken[] } {
  const [had, has] = [new Set(before.map(keyOfToken)), new Set(after.map(keyOfToken))];
  return {
    gone: before.filter((token) => !has.has(keyOfToken(token))).map(({ _id }) => _id),
    more: after.filter((token) => !had.has(keyOfToken(token))),
  };
}

/** Reads what measures are compared by: with widely shared values left out, as early warnings do. */
async function comparing(parts: Following, rows: readonly ComparedRecord[], now: Date): Promise<Comparing> {
  const { compared, measures, keys, sightings, nodeIdOf, isCommon } = parts;
  const dossiers = await compared.dossiers(rows.map(({ dossier }) => dossier));
  const names = rows.flatMap((row) => {
    const dossier = dossiers.get(row.dossier);
    return dossier ? comparableNames(dossier, row, nodeIdOf) : [];
  });
  const spreads = await sightings.spread([...new Set(names)]);
  const epochs = new Map<Agency, string[]>();
  const operations = new Map<Agency, readonly string[]>();
  for (const other of comparedWith(parts)) {
    operations.set(other, await parts.operationsWith(other));
    epochs.set(
      other,
      comparedEpochs(
        { current: keys.own.current.epoch, next: keys.own.next?.epoch },
        await measures.epochs(other),
        now,
      ),
    );
  }
  return {
    epochs,
    operations,
    dossiers,
    isWithheld(indicator) {
      const spread = spreads.get(indicator);
      return isCommon(indicator) || (spread !== undefined && isWidelyShared(spread));
    },
  };
}

/** Everything that one transaction of following up writes. */
interface FollowedTogether {
  followed: FollowedRow[];
  checks: CheckRecord[];
  tokens: MeasureToken[];
  letGo: string[];
  /** Single tokens of measures that go on. */
  gone: string[];
  cancelled: ComparedRecord[];
}

/** The record that a measure's comparison begins or goes on with; its version is that which is to be written. */
function stepped(
  record: CheckRecord,
  row: ComparedRecord,
  events: readonly CheckEvent[],
  now: Date,
): CheckRecord | undefined {
  const version = record.version + 1;
  let after = record;
  for (const event of events) after = afterEvent(after, event) ?? after;
  if (after === record) return undefined;
  const { pending: _, ...kept } = after;
  return withCheckColumns({ ...kept, ...factsOf(row), version }, now);
}

/** The record with what its measure has now, such as another case of its dossier. */
const withFacts = ({ pending: _, ...record }: CheckRecord, row: ComparedRecord, now: Date): CheckRecord =>
  withCheckColumns({ ...record, ...factsOf(row), version: record.version + 1 }, now);

/** Counts one that was compared and is not taken as it was authorised: it may have been authorised to see whether it clashes. */
function noteUnused(row: ComparedRecord, record: CheckRecord | undefined, into: FollowedTogether): void {
  if (record?.check.listedAt && !record.check.endedAt)
    into.cancelled.push({ ...row, plannedBy: record.plannedBy });
}

/** Decides on one measure: it begins to be compared, waits for a day with room, goes on, or has ended. */
function follow(
  row: ComparedRecord,
  record: CheckRecord | undefined,
  {
    parts,
    given,
    listed,
    hasRoom,
    now,
  }: {
    parts: Following;
    given: Comparing;
    listed: ReadonlyMap<string, readonly ListedToken[]>;
    hasRoom: (row: ComparedRecord) => boolean;
    now: Date;
  },
  into: FollowedTogether,
): void {
  const before = record ?? newCheckRecord(row, now);
  const ending = endingOf(row, now);
  if (ending) {
    into.letGo.push(row._id);
    const after = stepped(before, row, [ending], now);
    if (record && after) into.checks.push(row.change === 'GONE' ? { ...after, isErased: true } : after);
    else if (record && row.change === 'GONE')
      into.checks.push({ ...record, version: record.version + 1, isErased: true });
    if (ending.kind === 'STOP' || !takenStates.includes(row.state)) noteUnused(row, record, into);
    into.followed.push({ row, becomes: 'KNOWN' });
    return;
  }
  const run = runOf(row);
  const isKnown = before.check.run === run && before.check.endedAt === undefined;
  // What was authorised before it was planned anew is compared no more.
  if (!isKnown) {
    into.letGo.push(row._id);
    if (row.state === 'AUTHORISED') noteUnused(row, record, into);
  }
  const tokens = tokensOf(row, parts, given);
  const had = isKnown ? (listed.get(row._id) ?? []).filter((token) => token.run === run) : [];
  const { gone, more } = changeOf(had, tokens);
  const isListed = more.length > 0 && hasRoom(row);
  if (isListed) into.tokens.push(...more);
  into.gone.push(...gone);
  const waits = more.length > 0 && !isListed;
  const isCompared = tokens.length > 0 || given.epochs.size === 0;
  // One that waits for its day has waited from its beginning, or from when something was added.
  const isMore = more.length > 0 && (before.check.listedAt !== undefined || !before.check.isCompared);
  const isOther = gone.length > 0 || isMore || isCompared !== before.check.isCompared;
  const events: CheckEvent[] = [
    ...(isKnown
      ? []
      : [{ kind: 'BEGIN' as const, run, since: row.authorised?.at ?? now, isCompared, at: now }]),
    ...(isKnown && isOther ? [{ kind: 'CHANGE' as const, run, isCompared, gone, isMore, at: now }] : []),
    ...(isListed ? [{ kind: 'LIST' as const, at: now }] : []),
  ];
  const after = stepped(before, row, events, now);
  if (after) into.checks.push(after);
  else if (record && !isUpToDate(record, row)) into.checks.push(withFacts(record, row, now));
  into.followed.push({ row, becomes: waits ? { turn: nextDay(now) } : 'KNOWN' });
}

async function write(
  parts: Following,
  all: FollowedTogether,
  now: Date,
  session: ClientSession,
): Promise<boolean> {
  const { measures, checks, compared } = parts;
  await measures.tokens.letGo(all.letGo, session);
  await measures.tokens.letGoOf(all.gone, session);
  await measures.tokens.insert(all.tokens, session);
  await measures.countCancelled(all.cancelled, parts.own, now, session);
  await compared.followed(all.followed, session);
  return (await checks.writeEach(all.checks, session)) === all.checks.length;
}

/** Follows some measures up in one transaction; false where one of them was written meanwhile. */
async function tryFollowing(parts: Following, rows: readonly ComparedRecord[], now: Date): Promise<boolean> {
  const { measures, checks, pace } = parts;
  const given = await comparing(
    parts,
    rows.filter((row) => !endingOf(row, now)),
    now,
  );
  try {
    return await measures.together(async (session) => {
      const records = new Map(
        (await checks.readEach(rows.map(({ _id }) => _id))).map((each) => [each._id, each]),
      );
      const budget = await measures.budgetOf(rows, { at: now, ...pace }, session);
      const listed = new Map<string, ListedToken[]>([...records.keys()].map((id) => [id, []]));
      for (const token of await measures.tokens.ofMeasures([...records.keys()], session))
        listed.get(token.measure ?? '')?.push(token);
      const all: FollowedTogether = {
        ...{ followed: [], checks: [], tokens: [] },
        ...{ letGo: [], gone: [], cancelled: [] },
      };
      const hasRoom = (row: ComparedRecord) => budget.take(row);
      for (const row of rows) follow(row, records.get(row._id), { parts, given, listed, hasRoom, now }, all);
      await measures.keepBudget(budget, now, session);
      return write(parts, all, now, session);
    });
  } catch (error) {
    // Another instance has begun the same comparison in this moment.
    if (isDuplicate(error)) return false;
    throw error;
  }
}

/**
 * Takes in what has become of the measures of dossiers: those that were authorised begin to be compared, as far as their officers and cases have room, urgent
 * ones first; those that have ended are compared no more, and what was told of them is taken back. It can be done again, and by several instances at once.
 * @returns the number of measures that were followed up
 */
export async function followMeasures(parts: Following, now: Date, ending?: AbortSignal): Promise<number> {
  let count = 0;
  for (;;) {
    const rows = await parts.compared.changed(together, now);
    if (rows.length === 0) return count;
    rows.sort((one, other) => (orderOfMeasure(one) < orderOfMeasure(other) ? -1 : 1));
    for (let attempt = 1; !(await tryFollowing(parts, rows, now)); attempt++)
      if (attempt === mostAttempts)
        throw new Contended('measures were written each time that they were followed up');
    count += rows.length;
    if (rows.length < together || ending?.aborted) return count;
  }
}
