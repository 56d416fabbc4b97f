import { daysAfter } from '../../../../../terms/days.ts';
import type { HistoryAction, HistoryReason, RemovalReason } from '../../../../../terms/enums.ts';
import type { CheckedAdditions } from '../../checks/check-dossier.ts';
import type { HistoryChange } from '../../history/history-entry.ts';
import { writtenInHistory } from '../../history/written-in-history.ts';
import { isOpen } from '../../measures/measure-transition.ts';
import { refuse } from '../../problem.ts';
import type { RemovalRules } from '../../values/agency-retention.ts';
import type { Measure } from '../../values/measures.ts';
import { isClosing } from '../../values/status.ts';
import { isToGo, type Provenance, type Valued } from '../../values/value.ts';
import { isListField, type ValueField, valueFields } from '../../values/value-kinds.ts';
import { changedBy, type LocatedValue, mapValues, valuesOf } from '../../values/values-of.ts';
import { once } from '../counts.ts';
import type { DossierRecord } from '../dossier-record.ts';
import { changeEveryLink, isLinkedBy, withLinks } from '../links/link-changes.ts';
import { endsDossierSooner, removalsIn } from '../removals/dossier-end.ts';
import { alreadyProposed, isOwnOfToday, newLeaving, withLeaving } from '../removals/leaving.ts';
import {
  type Author,
  counted,
  mostMarkedADay,
  mostRecordedADay,
  type Step,
  type StepResult,
} from '../step.ts';
import { withOpenCancelled } from './cancel-open.ts';
import { keptAsLong, problemsOf, stepOf } from './changing-values.ts';
import { newValues } from './new-dossier.ts';

const json = (value: Valued) => writtenInHistory(value);

const stillOpen = refuse(
  'MEASURE_OPEN',
  'A measure that is planned or authorised is not removed: cancel it with `cancelMeasure`, or plan it anew with `planMeasure`.',
  'remove',
);

const isOpenMeasure = (located: LocatedValue | undefined): boolean =>
  located?.field === 'measures' && isOpen(located.value as Measure);

const withReason = (change: HistoryChange, reason: string | undefined): HistoryChange =>
  reason === undefined ? change : { ...change, reason };

/** Changes that an officer makes to what a dossier holds. */
export interface Amendment {
  add: CheckedAdditions;
  remove: readonly string[];
  reason?: string;
  /** The reason by code, for what is removed. */
  code?: RemovalReason;
}

/**
 * Adds values and takes others out, all in one step: a value is corrected by taking it out and adding what is right. What is added
 * stands at once. What is taken out stands at home until a second officer has agreed, but for the officer's own of the same day, unless
 * the dossier would end sooner without it. A field of one value has room for no more: a new one takes the place of the one before, which
 * the history keeps.
 */
export function amend(
  dossier: DossierRecord,
  author: Author,
  { add, remove, reason, code }: Amendment,
  rules: RemovalRules,
): StepResult {
  const known = new Map(valuesOf(dossier).map((located) => [located.value.id, located]));
  const unknown = remove.find((id) => !known.has(id));
  if (unknown !== undefined) return { unknown };
  if (remove.some((id) => isOpenMeasure(known.get(id)))) return stillOpen;
  if (remove.some((id) => isToGo(known.get(id)?.value.provenance ?? {}))) return alreadyProposed('remove');

  const added = keptAsLong(newValues(add, author, true), dossier);
  const isReplaced = (field: ValueField) => !isListField(field) && added[field] !== undefined;
  const left = changedBy(
    dossier,
    mapValues(dossier, ({ value }) => (remove.includes(value.id) ? undefined : value)),
  );
  const isEnding = endsDossierSooner(dossier, {
    ...left,
    offences: [...(left.offences ?? []), ...(added.offences ?? [])],
    ...(added.status && { status: added.status }),
  });
  const gone: LocatedValue[] = [];
  const proposed: HistoryChange[] = [];
  const { set } = mapValues(dossier, (located) => {
    const { field, value } = located;
    if (isReplaced(field)) gone.push(located);
    if (isReplaced(field) || !remove.includes(value.id)) return value;
    if (!isEnding && isOwnOfToday(located, dossier, author)) {
      gone.push(located);
      return undefined;
    }
    const after = withLeaving(value, newLeaving(author, rules));
    proposed.push(withReason({ field, value: value.id, before: json(value), after: json(after) }, reason));
    return after;
  });
  const merged: Record<string, unknown> = { ...set };
  for (const field of valueFields) {
    const given = added[field];
    if (given === undefined || (Array.isArray(given) && given.length === 0)) continue;
    merged[field] = isListField(field)
      ? [...((merged[field] ?? dossier[field] ?? []) as Valued[]), ...(given as Valued[])]
      : given;
  }
  const additions = valuesOf(added);
  const changes = [
    ...gone.map(({ field, value }) => withReason({ field, value: value.id, before: json(value) }, reason)),
    ...proposed,
    ...additions.map(({ field, value }) =>
      withReason({ field, value: value.id, after: json(value) }, reason),
    ),
  ];
  const changed = { set: merged as Step['set'], unset: [] };
  const after = changedBy(dossier, changed);
  const problems = problemsOf(after);
  if (problems.length > 0) return { problems };
  const number = proposed.length;
  const amending: Step = {
    ...stepOf(dossier, author, 'AMEND', changed, changes, number > 0 ? code : undefined),
    counts: {
      marked: once(mostMarkedADay),
      ...removalsIn(dossier, after, number, rules),
      ...(additions.length > 0 && { recorded: { number: additions.length, most: mostRecordedADay } }),
    },
  };
  const isClosedBy = added.status !== undefined && isClosing(added.status.stage);
  const step = isClosedBy ? withOpenCancelled(amending, dossier, reason) : amending;
  const touched = [...gone, ...proposed, ...additions].map(({ field }) => field);
  if (!isLinkedBy(touched)) return { step };
  return {
    step: withLinks(step, changeEveryLink(dossier, { kind: 'REOPEN', by: author.by, at: author.at })),
  };
}

/** Changes one value's provenance, and nothing of what it says. */
function changeValue(
  dossier: DossierRecord,
  author: Author,
  action: HistoryAction,
  { field, value }: LocatedValue,
  after: Valued,
  reason: string,
  code?: HistoryReason,
): { step: Step } {
  const changed = mapValues(dossier, (one) => (one.value.id === value.id ? after : one.value));
  const change = { field, value: value.id, before: json(value), after: json(after), reason };
  return { step: stepOf(dossier, author, action, changed, [change], code) };
}

function mark(
  dossier: DossierRecord,
  author: Author,
  action: HistoryAction,
  id: string,
  contestedAfter: (before: Provenance) => Pick<Provenance, 'contested' | 'comparedUntil'>,
  reason: string,
): StepResult {
  const located = valuesOf(dossier).find(({ value }) => value.id === id);
  if (!located) return { unknown: id };
  const { value } = located;
  const { comparedUntil: _, ...provenance } = value.provenance;
  const after = { ...value, provenance: { ...provenance, ...contestedAfter(value.provenance) } };
  return changeValue(dossier, author, action, located, after, reason);
}

/** The most values of other cases' dossiers that an officer contests in a day: contesting one ends the warnings on it after a few days. */
export const mostContestedADay = 20;

/**
 * The moment until which a value is compared that an officer of other cases contests: days from the first such contest, since another one gains no time.
 * One that officers of its cases contest has none. One that waits for a signature has them too, since it is compared once it is signed.
 */
function comparedUntilAfter(
  { contested, comparedUntil }: Provenance,
  at: Date,
  contestDays: number,
): Pick<Provenance, 'comparedUntil'> {
  const until = contested ? comparedUntil : daysAfter(at, contestDays);
  return until ? { comparedUntil: until } : {};
}

/**
 * Marks a value as contested, which only withholds it, so that any officer who may read it may do so.
 * @param isOutside the officer works on none of the dossier's cases: the value is compared for some days yet, it counts against their day, and supervisors
 * of those cases are told
 */
export function contest(
  dossier: DossierRecord,
  author: Author,
  { value, reason, isOutside = false }: { value: string; reason: string; isOutside?: boolean },
  { contestDays }: Pick<RemovalRules, 'contestDays'>,
): StepResult {
  const contested = (before: Provenance) => ({
    contested: true,
    ...(isOutside && comparedUntilAfter(before, author.at, contestDays)),
  });
  const result = mark(dossier, author, 'CONTEST', value, contested, reason);
  return counted(
    result,
    isOutside ? { contested: once(mostContestedADay) } : { marked: once(mostMarkedADay) },
  );
}

export const uncontest = (dossier: DossierRecord, author: Author, id: string, reason: string): StepResult =>
  counted(
    mark(dossier, author, 'UNCONTEST', id, () => ({ contested: false }), reason),
    { marked: once(mostMarkedADay) },
  );

/**
 * Sets the end of retention of a value: a later day at once, an earlier one once a second officer has agreed. A later day takes back
 * the proposal of an earlier one.
 */
export function retain(
  dossier: DossierRecord,
  author: Author,
  { value: id, until, reason, code }: { value: string; until: Date; reason: string; code?: RemovalReason },
  rules: RemovalRules,
): StepResult {
  const located = valuesOf(dossier).find(({ value }) => value.id === id);
  if (!located) return { unknown: id };
  const { value } = located;
  if (until >= value.provenance.retainUntil) {
    const kept = isToGo(value.provenance) ? value : withLeaving(value, undefined);
    const after = { ...kept, provenance: { ...kept.provenance, retainUntil: until } };
    const result = changeValue(dossier, author, 'RETAIN', located, after, reason);
    return counted(result, { marked: once(mostMarkedADay) });
  }
  if (isToGo(value.provenance)) return alreadyProposed('value');
  const after = withLeaving(value, newLeaving(author, rules, until));
  const { step } = changeValue(dossier, author, 'RETAIN', located, after, reason, code);
  return { step: { ...step, counts: removalsIn(dossier, changedBy(dossier, step), 1, rules) } };
}
