import { callerError } from '../../../server/errors.ts';
import type { RequestContext } from '../context.ts';
import { largestPage } from '../paging/connection.ts';
import { type Action, mayAct } from '../permissions/actions.ts';
import type { HistoryChange, HistoryEntry } from './record.ts';
import type { DossierPart } from './store.ts';
import { classOfValue, type ValueField } from './values-of.ts';

const cursorOf = (entry: HistoryEntry) => Buffer.from(`version:${entry.version}`).toString('base64url');

function versionIn(cursor: string): number {
  const found = /^version:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString());
  if (found) return Number(found[1]);
  throw callerError('BAD_USER_INPUT', '`after` must be the `endCursor` of an earlier page of this history.');
}

/** Fields of a dossier that are no values: open to whoever reads its history, or to who may take an action. */
const otherFields: Readonly<Record<string, { action?: Action }>> = {
  handlingCode: {},
  // With each officer's reason and name, as in the release itself.
  releases: { action: 'readReleasing' },
};

/** A page of what was done to a dossier, newest first. What a value was is shown to whom the value would be. */
export function historyPage(
  dossier: DossierPart,
  { first, after }: { first: number; after?: string | null },
  { permissions }: RequestContext,
) {
  if (first < 1 || first > largestPage) {
    throw callerError('BAD_USER_INPUT', `\`first\` must be from 1 to ${largestPage}.`);
  }
  const before = after == null ? Number.POSITIVE_INFINITY : versionIn(after);
  if (!dossier.history) return null;
  const older = dossier.history
    .filter(({ version }) => version < before)
    .sort((a, b) => b.version - a.version);
  const nodes = older.slice(0, first);
  const shown = (change: HistoryChange): HistoryChange => {
    const informationClass = classOfValue[change.field as ValueField];
    const other = otherFields[change.field];
    const { side, roles } = permissions.verdicts;
    if (other && (!other.action || mayAct(side, roles, other.action))) return change;
    const decision = informationClass ? permissions.decide(informationClass, dossier) : 'ROLE';
    if (decision === 'ALLOW') return change;
    for (const part of ['before', 'after', 'reason'] as const) {
      if (change[part] === undefined) continue;
      const coordinate = `HistoryChange.${part}`;
      permissions.withheld.note(
        { coordinate, class: informationClass ?? 'CASE', ...other },
        decision,
        dossier._id,
      );
    }
    const { field, value } = change;
    return { field, ...(value !== undefined && { value }) };
  };
  return {
    nodes: nodes.map((entry) => ({
      ...entry,
      changes: entry.changes.map(shown),
      at: entry.at.toISOString(),
      purpose: entry.mandate.purpose,
      case: entry.mandate.case,
    })),
    pageInfo: {
      hasNextPage: older.length > first,
      hasPreviousPage: after != null,
      startCursor: nodes[0] ? cursorOf(nodes[0]) : null,
      endCursor: nodes.length > 0 ? cursorOf(nodes[nodes.length - 1] as HistoryEntry) : null,
    },
  };
}
