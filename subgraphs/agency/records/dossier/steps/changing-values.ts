import type { HistoryAction, HistoryReason } from '../../../../../terms/enums.ts';
import type { HistoryChange } from '../../history/history-entry.ts';
import type { Problem } from '../../problem.ts';
import { isToGo } from '../../values/value.ts';
import { type DossierValues, isListField, mostValues } from '../../values/value-kinds.ts';
import { changedBy, heldUntilAfter, mapValues, nextErasureOf } from '../../values/values-of.ts';
import type { DossierRecord } from '../dossier-record.ts';
import { type Author, entryOf, type Step } from '../step.ts';

/**
 * Problems of a dossier that would lack what none may lack.
 * @param path of what takes it away, for the problems
 */
export function missingIn(after: Partial<DossierValues>, path: string): Problem[] {
  const problems: Problem[] = [];
  if (after.offences?.length === 0) {
    problems.push({
      path,
      code: 'NO_OFFENCE',
      message: 'A dossier must keep at least one offence: close it instead.',
    });
  }
  if (!after.status) {
    problems.push({
      path,
      code: 'MISSING',
      message: 'A dossier must have a status: add another one instead.',
    });
  }
  return problems;
}

/** Problems of a dossier that would lack what none may lack once what is proposed has gone, or would hold more than it may. */
export function problemsOf(after: Partial<DossierValues>): Problem[] {
  const left = mapValues(after, ({ value }) => (isToGo(value.provenance) ? undefined : value));
  const problems = missingIn(changedBy(after, left), 'remove');
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

export function stepOf(
  dossier: DossierRecord,
  author: Author,
  action: HistoryAction,
  changed: Pick<Step, 'set' | 'unset'>,
  changes: HistoryChange[],
  code?: HistoryReason,
): Step {
  const version = dossier.version + 1;
  const after = changedBy(dossier, changed);
  const heldUntil = heldUntilAfter(dossier, after);
  const nextErasure = nextErasureOf(after, heldUntil);
  return {
    set: { ...changed.set, version, updatedAt: author.at, nextErasure, ...(heldUntil && { heldUntil }) },
    unset: changed.unset,
    entry: entryOf(author, version, action, changes, code),
  };
}

/** The end of retention of values that take the place of others: no earlier than theirs, or that would shorten it without a second officer. */
export function keptAsLong(added: Partial<DossierValues>, dossier: DossierRecord): Partial<DossierValues> {
  const { set } = mapValues(added, ({ field, value }) => {
    const before = isListField(field) ? undefined : dossier[field];
    if (!before || before.provenance.retainUntil <= value.provenance.retainUntil) return value;
    const { retainUntil } = before.provenance;
    return { ...value, provenance: { ...value.provenance, retainUntil } };
  });
  return { ...added, ...set };
}
