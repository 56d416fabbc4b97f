import { callerError } from '../../../server/errors.ts';
import type { RequestContext } from '../context.ts';
import { largestPage } from '../paging/connection.ts';
import type { HistoryEntry } from './record.ts';
import type { DossierPart } from './store.ts';

const cursorOf = (entry: HistoryEntry) => Buffer.from(`version:${entry.version}`).toString('base64url');

function versionIn(cursor: string): number {
  const found = /^version:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString());
  if (found) return Number(found[1]);
  throw callerError('BAD_USER_INPUT', '`after` must be the `endCursor` of an earlier page of this history.');
}

/**
 * A page of what was done to a dossier, newest first. The owner's alone: to anybody else it is null, as it says more
 * than any value does.
 */
export function historyPage(
  dossier: DossierPart,
  { first, after }: { first: number; after?: string | null },
  { viewer }: RequestContext,
) {
  if (first < 1 || first > largestPage) {
    throw callerError('BAD_USER_INPUT', `\`first\` must be from 1 to ${largestPage}.`);
  }
  const before = after == null ? Number.POSITIVE_INFINITY : versionIn(after);
  if (!dossier.history || viewer.agency !== dossier.agency) return null;
  const older = dossier.history
    .filter(({ version }) => version < before)
    .sort((a, b) => b.version - a.version);
  const nodes = older.slice(0, first);
  return {
    nodes: nodes.map((entry) => ({
      ...entry,
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
