import { actions } from '../../terms/actions.ts';
import type { Viewer } from '../../terms/viewer.ts';
import { gapOf } from '../answer/gap.ts';
import type { MeasurePlace } from '../desk/address.ts';
import { hasOneOf } from '../desk/has-one-of.ts';
import {
  type MeasureNoticesForBelarusQuery,
  MeasureNoticesForOwnDocuments,
} from '../generated/operations.ts';
import { type PagedQuestion, pageSize } from '../list/page.ts';
import { dataOf, operationOf } from '../wire/operation-of.ts';

type NoticesPage = NonNullable<NonNullable<MeasureNoticesForBelarusQuery['agency']>['notices']>;

/** A notice of what became of a measure. */
export type MeasureNotice = NoticesPage['nodes'][number];

export const mayHaveNotices = (viewer: Pick<Viewer, 'roles'>): boolean =>
  hasOneOf(viewer, actions.readNotices);

/** The notices of measures, newest first; the agency decides which are for the officer. */
export const noticesQuestion: PagedQuestion<undefined, NoticesPage> = {
  operation: (agency, _choice, after) =>
    operationOf(MeasureNoticesForOwnDocuments[agency], { first: pageSize, ...(after && { after }) }),
  pageIn(answer, agency) {
    const document = MeasureNoticesForOwnDocuments[agency];
    const page = dataOf(document, answer)?.agency?.notices;
    return page ? { page } : { gap: gapOf(document, answer, ['agency', 'notices']) };
  },
};

/** The place of the measure that a notice is about; undefined where its dossier no longer exists. */
export const placeOf = ({ dossier, measure }: MeasureNotice): MeasurePlace | undefined =>
  dossier !== null && measure !== null ? { dossier, measure } : undefined;
