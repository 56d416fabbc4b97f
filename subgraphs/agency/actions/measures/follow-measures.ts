import type { ClientSession } from 'mongoose';
import type { Agency } from '../../../../terms/agencies.ts';
import { measureValuesOf } from '../../matching/two-key/measure-values-of.ts';
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
import {
  type ComparedRecord,
  orderOfMeasure,
  runOf,
} from '../../records/measures/comparing/compared-measure.ts';
import { weeksOf } from '../../records/measures/comparing/iso-week.ts';
import { comparedEpochs } from '../../records/measures/comparing/measure-epochs.ts';
import type { MeasureToken } from '../../records/measures/comparing/measure-token.ts';
import { Contended } from '../../storage/driver-errors/contended.ts';
import { isDuplicate } from '../../storage/driver-errors/is-duplicate.ts';
import { newIndicatorName } from '../../storage/indicators/indicator-store.ts';
import type { FollowedRow } from '../../storage/measures/compared-store.ts';
import { mostAttempts } from '../take-step.ts';
import { afterEvent } from './change-checks.ts';
import { comparedWith, type Measuring } from './measuring.ts';

type Following = Omit<Measuring, 'curve' | 'onWrongProof' | 'book'>;

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

/** Reads what measures are compared by: with widely shared values left out, as early warnings do. */
async function comparing(parts: Following, rows: readonly ComparedRecord[], now: Date): Promise<Comparing> {
  const { compared, measures, keys, sightings, nodeIdOf, isCommon } = parts;
  const dossiers = await compared.dossiers(rows.map(({ dossier }) => dossier));
  const names = rows.flatMap((row) => {
    const dossier = dossiers.get(row.dossier);
    return dossier
      ? measureValuesOf(dossier, row, nodeIdOf, () => false).identifiers.map(({ indicator }) => indicator)
      : [];
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
  cancelled: ComparedRecord[];
}

/** The record that a measure's comparison begins or goes on with; its version is that which is to be written. */
function stepped(
  record: CheckRecord,
  row: ComparedRecord,
  events: readonly Parameters<typeof afterEvent>[1][],
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

/** Decides on one measure: it begins to be compared, waits for a day with room, goes on, or has ended. */
function follow(
  row: ComparedRecord,
  record: CheckRecord | undefined,
  {
    parts,
    given,
    hasRoom,
    now,
  }: { parts: Following; given: Comparing; hasRoom: (row: ComparedRecord) => boolean; now: Date },
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
    if (row.state === 'CANCELLED' && record?.check.listedAt && !record.check.endedAt)
      into.cancelled.push(row);
    into.followed.push({ row, becomes: 'KNOWN' });
    return;
  }
  const run = runOf(row);
  const isKnown = before.check.run === run && before.check.endedAt === undefined;
  if (isKnown && (before.check.listedAt || !before.check.isCompared)) {
    if (record && !isUpToDate(record, row)) into.checks.push(withFacts(record, row, now));
    into.followed.push({ row, becomes: 'KNOWN' });
    return;
  }
  // What was authorised before it was planned anew is compared no more.
  if (!isKnown) into.letGo.push(row._id);
  const tokens = tokensOf(row, parts, given);
  const isCompared = tokens.length > 0 || given.epochs.size === 0;
  const isListed = tokens.length > 0 && hasRoom(row);
  if (isListed) into.tokens.push(...tokens);
  const after = stepped(
    before,
    row,
    [
      { kind: 'BEGIN', run, since: row.authorised?.at ?? now, isCompared, at: now },
      ...(isListed ? [{ kind: 'LIST' as const, at: now }] : []),
    ],
    now,
  );
  if (after) into.checks.push(after);
  const waits = tokens.length > 0 && !isListed;
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
      const all: FollowedTogether = { followed: [], checks: [], tokens: [], letGo: [], cancelled: [] };
      const hasRoom = (row: ComparedRecord) => budget.take(row);
      for (const row of rows) follow(row, records.get(row._id), { parts, given, hasRoom, now }, all);
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
