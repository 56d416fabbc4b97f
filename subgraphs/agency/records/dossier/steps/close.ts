import type { CheckedAdditions } from '../../checks/check-dossier.ts';
import type { narrowCodes } from '../../handling-code.ts';
import type { HistoryChange } from '../../history/history-entry.ts';
import type { RemovalRules } from '../../values/agency-retention.ts';
import { isClearing } from '../../values/status.ts';
import type { DossierValues } from '../../values/value-kinds.ts';
import { heldUntilAfter, mapValues, nextErasureOf } from '../../values/values-of.ts';
import { narrowed } from '../countersigning/shareable-steps.ts';
import { once } from '../counts.ts';
import type { DossierRecord } from '../dossier-record.ts';
import { changeEveryLink, withLinks } from '../links/link-changes.ts';
import { recallAll } from '../releases/release-steps.ts';
import { type Author, mostMarkedADay, type Step, type StepResult } from '../step.ts';
import { amend } from './amend.ts';
import { stepOf } from './changing-values.ts';

/** The most dossiers that an officer makes ORIGINATOR_ONLY in a day: it undoes what several officers have agreed on. */
const mostNarrowedADay = 20;

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
  const counts = { marked: once(mostMarkedADay) };
  const step = { ...stepOf(dossier, author, 'CHANGE_HANDLING', changed, [change]), counts };
  if (handlingCode !== 'ORIGINATOR_ONLY') return { step };
  const narrowing = { ...step, counts: { ...counts, narrowed: once(mostNarrowedADay) } };
  // What is for its owner only is released to nobody and joined with nothing, from this write on.
  return {
    step: withLinks(
      withRecalled(narrowing, dossier, author, reason),
      changeEveryLink(dossier, { kind: 'CLOSE', at: author.at }),
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

/** The most persons whom one officer clears in a day: each clearing has a whole dossier erased. */
const mostClearedADay = 20;

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
  rules: RemovalRules,
): StepResult {
  const add = { status } as CheckedAdditions;
  const result = amend(dossier, author, { add, remove: [], reason }, rules);
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
    counts: { ...step.counts, cleared: once(mostClearedADay) },
  };
  return { step: withLinks(withRecalled(closing, dossier, author, reason), ended) };
}
