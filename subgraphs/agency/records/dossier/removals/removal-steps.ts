import type { CourtOrder, HistoryAction } from '../../../../../terms/enums.ts';
import { eraseFromHistory } from '../../history/erase-from-history.ts';
import type { HistoryChange } from '../../history/history-entry.ts';
import { writtenInHistory } from '../../history/written-in-history.ts';
import { refuse } from '../../problem.ts';
import type { RemovalRules } from '../../values/agency-retention.ts';
import type { Valued } from '../../values/value.ts';
import { changedBy, type LocatedValue, mapValues, valuesOf } from '../../values/values-of.ts';
import type { DossierRecord } from '../dossier-record.ts';
import { changeEveryLink, isLinkedBy, withLinks } from '../links/link-changes.ts';
import type { Author, StepResult } from '../step.ts';
import { missingIn, stepOf } from '../steps/changing-values.ts';
import { endsDossierSooner, removalsIn, waitingLonger } from './dossier-end.ts';
import { withLeaving } from './leaving.ts';

/** The values that a step names; the first that the dossier does not have is unknown. */
function namedIn(
  dossier: DossierRecord,
  ids: readonly string[],
): { named: LocatedValue[] } | { unknown: string } {
  const values = new Map(valuesOf(dossier).map((located) => [located.value.id, located]));
  const unknown = ids.find((id) => !values.has(id));
  return unknown === undefined ? { named: ids.flatMap((id) => values.get(id) ?? []) } : { unknown };
}

function changeProposals(
  dossier: DossierRecord,
  author: Author,
  action: HistoryAction,
  change: (located: LocatedValue) => Valued,
): StepResult {
  const changes: HistoryChange[] = [];
  const changed = mapValues(dossier, ({ field, value }) => {
    const after = change({ field, value });
    if (after === value) return value;
    changes.push({ field, value: value.id, before: writtenInHistory(value), after: writtenInHistory(after) });
    return after;
  });
  return { step: stepOf(dossier, author, action, changed, changes) };
}

const notProposed = refuse(
  'NOT_PROPOSED',
  'Nobody proposes to remove one of these values: read `removals` again.',
  'values',
);

/** Agrees to proposals of other officers: they take effect when their time has come, which is later where the whole dossier would go. */
export function countersignRemoval(
  dossier: DossierRecord,
  author: Author,
  ids: readonly string[],
  rules: Pick<RemovalRules, 'toldDays'>,
): StepResult {
  const found = namedIn(dossier, ids);
  if ('unknown' in found) return found;
  const proposals = found.named.map(({ value }) => value.provenance.leaving);
  if (
    ids.length === 0 ||
    proposals.some((leaving) => !leaving || leaving.agreed || leaving.lapsesAt <= author.at)
  )
    return notProposed;
  if (proposals.some((leaving) => leaving?.by === author.by)) {
    const message = 'You proposed this removal, so you cannot agree to it: ask another supervisor.';
    return refuse('SAME_OFFICER', message, 'values');
  }
  const { by, at } = author;
  const agreed = ({ value }: LocatedValue): Valued => {
    const { leaving } = value.provenance;
    return leaving && ids.includes(value.id) ? withLeaving(value, { ...leaving, agreed: { by, at } }) : value;
  };
  const longer = waitingLonger(changedBy(dossier, mapValues(dossier, agreed)), rules);
  const result = changeProposals(dossier, author, 'COUNTERSIGN_REMOVAL', (located) =>
    longer({ field: located.field, value: agreed(located) }),
  );
  // Whoever agrees has changed who the person is as whoever proposed has, and does not review the links that stand on it.
  if (!('step' in result) || !isLinkedBy(found.named.map(({ field }) => field))) return result;
  return { step: withLinks(result.step, changeEveryLink(dossier, { kind: 'REOPEN', by, at })) };
}

/** Takes proposals back, agreed or not. */
export function takeBackRemoval(dossier: DossierRecord, author: Author, ids: readonly string[]): StepResult {
  const found = namedIn(dossier, ids);
  if ('unknown' in found) return found;
  if (ids.length === 0 || found.named.some(({ value }) => !value.provenance.leaving)) return notProposed;
  return changeProposals(dossier, author, 'TAKE_BACK_REMOVAL', ({ value }) =>
    ids.includes(value.id) ? withLeaving(value, undefined) : value,
  );
}

/**
 * Removes values at once, because a court has ordered it, and takes what the history says of them with them. What would end the whole
 * dossier sooner is no removal of values: it waits for a second officer, and is told ahead.
 */
export function removeByOrder(
  dossier: DossierRecord,
  author: Author,
  { values: ids, order }: { values: readonly string[]; order: CourtOrder },
  rules: Pick<RemovalRules, 'mostADay'>,
): StepResult {
  const found = namedIn(dossier, ids);
  if ('unknown' in found) return found;
  if (ids.length === 0) return refuse('MISSING', 'Name the values that the order is about.', 'values');
  const changed = mapValues(dossier, ({ value }) => (ids.includes(value.id) ? undefined : value));
  const after = changedBy(dossier, changed);
  const problems = missingIn(after, 'values');
  if (problems.length > 0) return { problems };
  if (endsDossierSooner(dossier, after)) {
    const message =
      'Without these values the whole dossier would be erased sooner: propose with `amendDossier` that they go, and have another supervisor agree.';
    return refuse('NEEDS_COUNTERSIGNATURE', message, 'values');
  }
  const changes = found.named.map(({ field, value }) => ({ field, value: value.id }));
  const step = {
    ...stepOf(dossier, author, 'REMOVE_BY_ORDER', changed, changes, order),
    forgets: { rewrite: eraseFromHistory(new Set(ids)) },
    counts: removalsIn(dossier, after, changes.length, rules),
  };
  if (!isLinkedBy(changes.map(({ field }) => field))) return { step };
  return {
    step: withLinks(step, changeEveryLink(dossier, { kind: 'REOPEN', by: author.by, at: author.at })),
  };
}
