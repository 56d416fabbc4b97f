import type { HistoryAction } from '../../../../../terms/enums.ts';
import type { CheckedAdditions } from '../../checks/check-dossier.ts';
import type { narrowCodes } from '../../handling-code.ts';
import type { HistoryChange } from '../../history/history-entry.ts';
import type { Problem } from '../../problem.ts';
import { isClearing } from '../../values/status.ts';
import type { Valued } from '../../values/value.ts';
import { type DossierValues, isListField, mostValues, valueFields } from '../../values/value-kinds.ts';
import {
  changedBy,
  heldUntilAfter,
  type LocatedValue,
  mapValues,
  nextErasureOf,
  valuesOf,
} from '../../values/values-of.ts';
import { narrowed } from '../countersigning/shareable-steps.ts';
import type { DossierRecord } from '../dossier-record.ts';
import { changeEveryLink, isLinkedBy, withLinks } from '../links/link-changes.ts';
import { recallAll } from '../releases/release-steps.ts';
import { type Author, entryOf, type Step, type StepResult } from '../step.ts';
import { newValues } from './new-dossier.ts';

/** Problems of a dossier that would lack what none may lack, or hold more than it may. */
function problemsOf(after: Partial<DossierValues>): Problem[] {
  const problems: Problem[] = [];
  if (after.offences?.length === 0) {
    problems.push({
      path: 'remove',
      code: 'NO_OFFENCE',
      message: 'A dossier must keep at least one offence: close it instead.',
    });
  }
  if (!after.status) {
    problems.push({
      path: 'remove',
      code: 'MISSING',
      message: 'A dossier must have a status: add another one instead.',
    });
  }
  for (const [field, most] of Object.entries(mostValues)) {
    if ((after[field as keyof typeof mostValues]?.length ?? 0) <= most) continue;
    problems.push({
      path: `add.${field}`,
      code: 'TOO_MANY',
      message: `A dossier holds at most ${most} of these.`,
    });
  }
  return problems;
}

const json = (value: Valued) => JSON.stringify(value);

function stepOf(
  dossier: DossierRecord,
  author: Author,
  action: HistoryAction,
  changed: Pick<Step, 'set' | 'unset'>,
  changes: HistoryChange[],
): Step {
  const version = dossier.version + 1;
  const after = changedBy(dossier, changed);
  const heldUntil = heldUntilAfter(dossier, after);
  const nextErasure = nextErasureOf(after, heldUntil);
  return {
    set: { ...changed.set, version, updatedAt: author.at, nextErasure, ...(heldUntil && { heldUntil }) },
    unset: changed.unset,
    entry: entryOf(author, version, action, changes),
  };
}

const withReason = (change: HistoryChange, reason: string | undefined): HistoryChange =>
  reason === undefined ? change : { ...change, reason };

/** Adds values and takes others out, all in one step: a value is corrected by taking it out and adding what is right. */
export function amend(
  dossier: DossierRecord,
  author: Author,
  { add, remove, reason }: { add: CheckedAdditions; remove: readonly string[]; reason?: string },
): StepResult {
  const known = new Map(valuesOf(dossier).map((located) => [located.value.id, located]));
  const unknown = remove.find((id) => !known.has(id));
  if (unknown !== undefined) return { unknown };

  const added = newValues(add, author, true);
  const { set, unset } = mapValues(dossier, ({ value }) => (remove.includes(value.id) ? undefined : value));
  const merged: Record<string, unknown> = { ...set };
  const replaced: LocatedValue[] = [];
  for (const field of valueFields) {
    const given = added[field];
    if (given === undefined || (Array.isArray(given) && given.length === 0)) continue;
    if (isListField(field))
      merged[field] = [...((merged[field] ?? dossier[field] ?? []) as Valued[]), ...(given as Valued[])];
    else {
      const before = dossier[field];
      if (before && !remove.includes(before.id)) replaced.push({ field, value: before });
      merged[field] = given;
    }
  }
  const gone = [...remove.flatMap((id) => known.get(id) ?? []), ...replaced];
  const changes = [
    ...gone.map(({ field, value }) => withReason({ field, value: value.id, before: json(value) }, reason)),
    ...valuesOf(added).map(({ field, value }) =>
      withReason({ field, value: value.id, after: json(value) }, reason),
    ),
  ];
  const stillUnset = unset.filter((field) => merged[field] === undefined);
  const changed = { set: merged as Step['set'], unset: stillUnset };
  const problems = problemsOf(changedBy(dossier, changed));
  if (problems.length > 0) return { problems };
  const step = stepOf(dossier, author, 'AMEND', changed, changes);
  const touched = [...Object.keys(changed.set), ...changed.unset];
  if (!isLinkedBy(touched)) return { step };
  return { step: withLinks(step, changeEveryLink(dossier, { kind: 'REOPEN', at: author.at })) };
}

/** Changes one value's provenance, and nothing of what it says. */
function changeProvenance(
  dossier: DossierRecord,
  author: Author,
  action: HistoryAction,
  id: string,
  change: Partial<Valued['provenance']>,
  reason: string,
): StepResult {
  const located = valuesOf(dossier).find(({ value }) => value.id === id);
  if (!located) return { unknown: id };
  const after = { ...located.value, provenance: { ...located.value.provenance, ...change } };
  const changed = mapValues(dossier, ({ value }) => (value.id === id ? after : value));
  const entry = { field: located.field, value: id, before: json(located.value), after: json(after), reason };
  return { step: stepOf(dossier, author, action, changed, [entry]) };
}

export const contest = (dossier: DossierRecord, author: Author, id: string, reason: string): StepResult =>
  changeProvenance(dossier, author, 'CONTEST', id, { contested: true }, reason);

export const uncontest = (dossier: DossierRecord, author: Author, id: string, reason: string): StepResult =>
  changeProvenance(dossier, author, 'UNCONTEST', id, { contested: false }, reason);

export const retain = (
  dossier: DossierRecord,
  author: Author,
  id: string,
  until: Date,
  reason: string,
): StepResult => changeProvenance(dossier, author, 'RETAIN', id, { retainUntil: until }, reason);

export function changeHandling(
  dossier: DossierRecord,
  author: Author,
  handlingCode: (typeof narrowCodes)[number],
  reason: string,
): StepResult {
  const change: HistoryChange = {
    field: 'handlingCode',
    before: dossier.handlingCode,
    after: handlingCode,
    reason,
  };
  const changed = { set: { handlingCode, ...narrowed(dossier) }, unset: [] };
  const step = stepOf(dossier, author, 'CHANGE_HANDLING', changed, [change]);
  if (handlingCode !== 'ORIGINATOR_ONLY') return { step };
  // What is for its owner only is released to nobody and joined with nothing, from this write on.
  return {
    step: withLinks(
      withRecalled(step, dossier, author, reason),
      changeEveryLink(dossier, { kind: 'WITHDRAW', at: author.at }),
    ),
  };
}

/** The step, by which every release ends as well. */
function withRecalled(step: Step, dossier: DossierRecord, author: Author, reason: string): Step {
  const { releases, changes, messagesOf } = recallAll(dossier.releases, author, reason);
  return {
    ...step,
    set: { ...step.set, releases },
    entry: { ...step.entry, changes: [...step.entry.changes, ...changes] },
    messages: [...(step.messages ?? []), ...messagesOf(dossier._id)],
  };
}

/**
 * Ends a dossier with its last procedural stage. A stage that clears the person brings every value's end of retention
 * forward to `erasedBy`, and the retention run then erases them.
 */
export function close(
  dossier: DossierRecord,
  author: Author,
  {
    status,
    erasedBy,
    reason,
  }: { status: NonNullable<CheckedAdditions['status']>; erasedBy: Date; reason: string },
): StepResult {
  const result = amend(dossier, author, { add: { status } as CheckedAdditions, remove: [], reason });
  if (!('step' in result)) return result;
  const { step } = result;
  if (!isClearing(status.stage)) return { step: { ...step, entry: { ...step.entry, action: 'CLOSE' } } };
  const after: DossierValues = { ...dossier, ...step.set };
  const { set } = mapValues(after, ({ value }) =>
    value.provenance.retainUntil > erasedBy
      ? { ...value, provenance: { ...value.provenance, retainUntil: erasedBy } }
      : value,
  );
  const ended = changeEveryLink(dossier, { kind: 'END', at: author.at });
  const heldUntil = heldUntilAfter(dossier, after);
  const nextErasure = nextErasureOf({ ...after, ...set }, heldUntil);
  const handlingCode = dossier.handlingCode === 'SHAREABLE' ? 'ON_RELEASE' : dossier.handlingCode;
  const code: HistoryChange[] =
    handlingCode === dossier.handlingCode
      ? []
      : [{ field: 'handlingCode', before: dossier.handlingCode, after: handlingCode }];
  const closing: Step = {
    ...step,
    set: { ...step.set, ...set, nextErasure, handlingCode, ...narrowed(dossier) },
    entry: { ...step.entry, action: 'CLOSE', changes: [...step.entry.changes, ...code] },
  };
  return { step: withLinks(withRecalled(closing, dossier, author, reason), ended) };
}
