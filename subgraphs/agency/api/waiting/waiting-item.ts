import type { WaitingAction, WaitingKind } from '../../../../terms/enums.ts';
import type { InboxRecord } from '../../channel/stores/inbox-record.ts';
import { stepsFor } from '../../permissions/waiting-kinds.ts';
import type { AlertRecord } from '../../records/alerts/alert-record.ts';
import type { DossierField } from '../../records/dossier/dossier-part.ts';
import type { Link } from '../../records/dossier/link.ts';
import type { Shareable } from '../../records/dossier/shareable.ts';
import type { GroupRecord } from '../../records/group/group-record.ts';
import { orderOf, type WaitingPlace } from '../../records/waiting/waiting-record.ts';
import type { WaitingPart } from '../../storage/lists/waiting-store.ts';
import type { RequestContext } from '../context/request-context.ts';
import type { ListedMeasure } from '../measures/listed-measure.ts';
import type { OperationReference } from '../operations/operation-resolvers.ts';
import type { Reference as RequestReference } from '../requests/request-resolvers.ts';
import type { ToldRelease } from '../resolvers/releases-shown.ts';

interface Item {
  id: string;
  kind: WaitingKind;
  since: Date;
  due?: Date | undefined;
  order: string;
  steps: WaitingAction[];
}

/** Something that waits, with the thing itself. */
export type WaitingItem = Item &
  (
    | { __typename: 'WaitingRelease'; dossier: string; release: ToldRelease }
    | { __typename: 'WaitingLink'; dossier: string; link: Link }
    | { __typename: 'WaitingShareable'; dossier: string; shareable: Shareable }
    | { __typename: 'WaitingValues'; dossier: string }
    | { __typename: 'WaitingGroup'; group: GroupRecord }
    | { __typename: 'WaitingAlert'; alert: AlertRecord }
    | { __typename: 'WaitingMessage'; parked: InboxRecord }
    | { __typename: 'WaitingMeasure'; dossier: string; measure: ListedMeasure }
    | { __typename: 'WaitingOperation'; operation: OperationReference }
    | { __typename: 'WaitingRequest'; request: RequestReference }
  );

/** Something of a kind that waits at a place, with the steps that the viewer may take on it. */
export const itemOf = (
  kind: WaitingKind,
  { id, since, due }: WaitingPlace,
  { permissions }: Pick<RequestContext, 'permissions'>,
): Item => ({
  id,
  kind,
  since,
  due,
  order: orderOf({ due, since, id }),
  steps: stepsFor(kind, permissions.verdicts),
});

/** Something that waited when it was written, as it was found in a list. */
export interface FoundItem {
  order: string;
  /** The field of a dossier that it is about. */
  field?: DossierField | undefined;
  /**
   * Decides on it again, on the record itself: between the two reads it may have been dealt with, or have become another case's.
   * @param fields of dossiers that are read for all that are shown together
   * @returns undefined where it does not wait for the viewer
   */
  show(fields: readonly DossierField[]): Promise<WaitingItem | undefined>;
}

/** Finds what waits of one kind, as far as it can be told before the records themselves are read. */
export type Finder = (part: WaitingPart, context: RequestContext) => Promise<FoundItem[]>;

/** The later one of two places. */
export const later = (one: string | undefined, other: string): string =>
  one !== undefined && one > other ? one : other;
