import type { Action } from '../../../../terms/actions.ts';
import { type HistoryAction, historyActions } from '../../../../terms/enums.ts';
import { mayAct } from '../../permissions/may-act.ts';
import type { Verdicts } from '../../permissions/verdicts.ts';
import type { DossierPart } from '../../records/dossier/dossier-part.ts';
import type { HistoryEntry } from '../../records/history/history-entry.ts';
import type { RequestContext } from '../context/request-context.ts';
import { connectionOf } from '../paging/connection.ts';
import { type PageArguments, pageRequest } from '../paging/page-request.ts';

/** An entry, and the dossier whose history it is in; none where it is a group's. */
export type ShownEntry = HistoryEntry & { dossier?: DossierPart };

/**
 * The action that it takes to read of a step, for every kind of step: one that is missing here does not compile, so that none is
 * open by its name.
 */
const toRead: Readonly<Record<HistoryAction, Action>> = {
  RECORD: 'readHistory',
  AMEND: 'readHistory',
  CONTEST: 'readHistory',
  UNCONTEST: 'readHistory',
  RETAIN: 'readHistory',
  CHANGE_HANDLING: 'readHistory',
  CLOSE: 'readHistory',
  ADD_CASE: 'readHistory',
  PROPOSE_RELEASE: 'readReleasing',
  GRANT_RELEASE: 'readReleasing',
  RECALL_RELEASE: 'readReleasing',
  HOLD_RELEASE: 'readReleasing',
  OPEN_RELEASE: 'readReleasing',
  PROPOSE_SHAREABLE: 'readReleasing',
  COUNTERSIGN_SHAREABLE: 'readReleasing',
  TURN_DOWN_SHAREABLE: 'readReleasing',
  COUNTERSIGN_VALUES: 'readHistory',
  PROPOSE_LINK: 'readLinks',
  COUNTERSIGN_LINK: 'readLinks',
  WITHDRAW_LINK: 'readLinks',
  TELL_LINK: 'readLinks',
  LAPSE_LINK: 'readLinks',
  ERASE: 'readHistory',
  COUNTERSIGN_REMOVAL: 'readHistory',
  TAKE_BACK_REMOVAL: 'readHistory',
  REMOVE_BY_ORDER: 'readHistory',
  SETTLE_REMOVAL: 'readHistory',
  PLAN_MEASURE: 'readHistory',
  AUTHORISE_MEASURE: 'readHistory',
  START_MEASURE: 'readHistory',
  FINISH_MEASURE: 'readHistory',
  CANCEL_MEASURE: 'readHistory',
  LIFT_MEASURE: 'readHistory',
};

/** The steps of which a viewer may not learn that they were taken. */
export const hiddenFrom = ({ side, roles }: Pick<Verdicts, 'side' | 'roles'>): HistoryAction[] =>
  historyActions.filter((action) => !mayAct(side, roles, toRead[action]));

/** Steps on what is only planned: to whoever may not read plans they are changes like any other, or the step alone would tell that there is one. */
const onPlans: readonly HistoryAction[] = ['PLAN_MEASURE', 'AUTHORISE_MEASURE'];

/** The entry as this viewer is shown it. */
const shownTo = (
  { permissions }: Pick<RequestContext, 'permissions'>,
  entry: HistoryEntry,
  dossier: DossierPart | undefined,
): ShownEntry => {
  if (!dossier) return entry;
  const isMasked = onPlans.includes(entry.action) && permissions.decide('TACTICAL', dossier) !== 'ALLOW';
  return { ...entry, dossier, ...(isMasked && { action: 'AMEND' as const }) };
};

/** A page of what was done to a record, newest first. What a value was is shown to whom the value would be. */
export async function historyPage(
  record: { _id: string },
  page: PageArguments,
  context: RequestContext,
  dossier?: DossierPart,
) {
  const { cursors, loaders, permissions } = context;
  const request = await pageRequest(page, cursors, `history ${record._id}`);
  const older = await loaders.history.load({
    record: record._id,
    before: request.after === undefined ? undefined : Number(request.after),
    limit: request.first + 1,
    without: hiddenFrom(permissions.verdicts),
  });
  const told = older.map((entry) => shownTo(context, entry, dossier));
  return connectionOf(request, told, ({ version }) => String(version));
}
