import type { InformationClass } from '../../../schema/access.ts';
import type { Resolvers } from '../../../schema/protected-schema.ts';
import { callerError } from '../../../server/errors.ts';
import type { RequestContext } from '../context.ts';
import { largestPage } from '../paging/connection.ts';
import { mayAct } from '../permissions/actions.ts';
import type { Permissions } from '../permissions/permissions.ts';
import type { Reason } from '../permissions/remedy.ts';
import type { HistoryChange, HistoryEntry } from './record.ts';
import type { DossierPart } from './store.ts';
import { classOfValue, type ValueField } from './values-of.ts';

const cursorOf = (entry: HistoryEntry) => Buffer.from(`version:${entry.version}`).toString('base64url');

function versionIn(cursor: string): number {
  const found = /^version:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString());
  if (found) return Number(found[1]);
  throw callerError('BAD_USER_INPUT', '`after` must be the `endCursor` of an earlier page of this history.');
}

/** A change, and why what it says is withheld, if it is. */
type ToldChange = HistoryChange & {
  withheld: { informationClass: InformationClass; reason: Reason; dossier: string } | undefined;
};

/** Withheld where it is asked, so that a receipt is for what was asked and no more. */
const partOf =
  (part: 'before' | 'after' | 'reason') =>
  (change: ToldChange, _arguments: unknown, { permissions }: RequestContext): string | null => {
    const { withheld } = change;
    if (!withheld || change[part] === undefined) return change[part] ?? null;
    const { informationClass, reason, dossier } = withheld;
    permissions.withheld.note(`HistoryChange.${part}`, informationClass, reason, dossier);
    return null;
  };

export const historyResolvers: Resolvers<RequestContext> = {
  HistoryChange: { before: partOf('before'), after: partOf('after'), reason: partOf('reason') },
};

/** Why a change may not be shown, and of which class it is. A release says there who has made it, and why. */
function decisionOn(change: HistoryChange, dossier: DossierPart, { verdicts, decide }: Permissions) {
  const ofValue: InformationClass | undefined = classOfValue[change.field as ValueField];
  if (ofValue) return { informationClass: ofValue, decision: decide(ofValue, dossier) };
  const isShown =
    change.field === 'handlingCode' ||
    (change.field === 'releases' && mayAct(verdicts.side, verdicts.roles, 'readReleasing'));
  return { informationClass: 'CASE', decision: isShown ? 'ALLOW' : 'ROLE' } as const;
}

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
  const told = (change: HistoryChange): ToldChange => {
    const { informationClass, decision } = decisionOn(change, dossier, permissions);
    const withheld =
      decision === 'ALLOW' ? undefined : { informationClass, reason: decision, dossier: dossier._id };
    return { ...change, withheld };
  };
  return {
    nodes: nodes.map((entry) => ({
      ...entry,
      changes: entry.changes.map(told),
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
