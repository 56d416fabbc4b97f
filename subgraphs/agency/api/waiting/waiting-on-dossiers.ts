import type { DecidedClass, WaitingKind } from '../../../../terms/enums.ts';
import { allOf } from '../../permissions/all-of.ts';
import type { DossierField, DossierPart } from '../../records/dossier/dossier-part.ts';
import { nameOfLink } from '../../records/dossier/links/link-names.ts';
import { stateOf } from '../../records/dossier/release.ts';
import { waitsOnLink, waitsOnMeasure } from '../../records/waiting/waiting-on-dossier.ts';
import { dueAfter, type WaitingRecord, waitingBy } from '../../records/waiting/waiting-record.ts';
import type { RequestContext } from '../context/request-context.ts';
import { worksOn } from '../execution/demand-reading.ts';
import { readableWaiting } from './readable-waiting.ts';
import { type Finder, itemOf, later, type WaitingItem } from './waiting-item.ts';

type Thing =
  | Pick<Extract<WaitingItem, { __typename: 'WaitingRelease' }>, '__typename' | 'release'>
  | Pick<Extract<WaitingItem, { __typename: 'WaitingLink' }>, '__typename' | 'link'>
  | Pick<Extract<WaitingItem, { __typename: 'WaitingShareable' }>, '__typename' | 'shareable'>
  | Pick<Extract<WaitingItem, { __typename: 'WaitingMeasure' }>, '__typename' | 'measure'>
  | { __typename: 'WaitingValues' };

/** A thing in dossiers that waits. */
interface OnDossiers {
  field?: DossierField;
  /** The classes that its step needs on every dossier beside CASE, whatever else it needs on one. */
  needs?: readonly DecidedClass[];
  /** It changes what a dossier holds, and so waits for the officers of the dossier's cases; where it has none, for any. */
  isOfCases?: true;
  /** It waits for nobody once its time is over. */
  ends?: true;
  /** It waits for nobody until then. */
  begins?: true;
  /** The thing in a dossier that waits for this officer; undefined once it no longer does. */
  thingIn(dossier: DossierPart, waiting: WaitingRecord, context: RequestContext): Thing | undefined;
}

const releases: OnDossiers = {
  field: 'releases',
  // A proposal whose period is over cannot be granted any more.
  ends: true,
  thingIn({ _id, releases: all }, { of }, { now, viewer }) {
    const release = all?.find(({ id }) => id === of);
    const waits = release && stateOf(release, now) === 'PROPOSED' && release.proposedBy !== viewer.subject;
    return waits ? { __typename: 'WaitingRelease', release: { ...release, dossier: _id } } : undefined;
  },
};

const links: OnDossiers = {
  field: 'links',
  thingIn({ links: all }, { kind, of }, { viewer }) {
    const link = all?.find((one) => nameOfLink(one) === of);
    const found = link && waitsOnLink(link);
    return link && found?.kind === kind && found.not !== viewer.subject
      ? { __typename: 'WaitingLink', link }
      : undefined;
  },
};

/** @param needs the classes that are shown where it is agreed to */
const shareableOf = (needs: readonly DecidedClass[]): OnDossiers => ({
  field: 'shareable',
  needs,
  thingIn({ shareable }, _waiting, { viewer }) {
    const proposal = shareable?.proposal;
    const waits = proposal && proposal.proposedBy !== viewer.subject;
    return waits ? { __typename: 'WaitingShareable', shareable } : undefined;
  },
});

const measures: OnDossiers = {
  field: 'measures',
  needs: ['TACTICAL'],
  isOfCases: true,
  thingIn(part, { kind, of }, { viewer }) {
    const measure = part.measures?.find(({ id }) => id === of);
    const found = measure && waitsOnMeasure(measure);
    return measure && found?.kind === kind && found.not !== viewer.subject
      ? { __typename: 'WaitingMeasure', measure: { part, measure } }
      : undefined;
  },
};

const values: OnDossiers = { thingIn: () => ({ __typename: 'WaitingValues' }) };

const finderOf =
  (kind: WaitingKind, { field, needs = [], isOfCases, ends, begins, thingIn }: OnDossiers): Finder =>
  async ({ after, limit }, context) => {
    const { dossiers, loaders, mandate, now, permissions, stores, viewer } = context;
    const always: readonly DecidedClass[] = ['CASE', ...needs];
    const readable = readableWaiting(always, permissions);
    if (!readable) return [];
    const listed = isOfCases
      ? { filter: allOf(readable.filter, { cases: mandate.case ?? [] }), isOfCase: true }
      : readable;
    const part = { after: ends ? later(after, dueAfter(now)) : after, limit };
    const asked = { kind, not: viewer.subject, ...listed, ...(begins && { before: waitingBy(now) }) };
    const found = await stores.waiting.onDossiers(asked, part);
    return found.map((record) => ({
      order: record.order,
      field,
      async show(fields) {
        const { _id: id, since, due } = record;
        const dossier = await loaders.found.load({ id: record.dossier, fields });
        const isDenied = (column: DecidedClass) =>
          !dossier || permissions.decide(column, dossier) !== 'ALLOW';
        if (!dossier || [...always, ...record.needs].some(isDenied)) return undefined;
        if (isOfCases && !worksOn(context, { cases: record.cases })) return undefined;
        const thing = thingIn(dossier, record, context);
        if (!thing) return undefined;
        dossiers.told(dossier);
        const item = { ...itemOf(kind, { id, since, due }, context), order: record.order };
        return { ...item, ...thing, dossier: record.dossier };
      },
    }));
  };

/**
 * The finders of steps that wait on dossiers, by kind.
 * @param shareable the classes that an agency shows of a dossier without a release
 */
export const waitingOnDossiers = (shareable: readonly DecidedClass[]) => ({
  RELEASE_TO_GRANT: finderOf('RELEASE_TO_GRANT', releases),
  LINK_TO_COUNTERSIGN: finderOf('LINK_TO_COUNTERSIGN', links),
  LINK_TO_ANSWER: finderOf('LINK_TO_ANSWER', links),
  LINK_DISPUTED: finderOf('LINK_DISPUTED', links),
  SHAREABLE_TO_COUNTERSIGN: finderOf('SHAREABLE_TO_COUNTERSIGN', shareableOf(shareable)),
  VALUES_TO_COUNTERSIGN: finderOf('VALUES_TO_COUNTERSIGN', values),
  REMOVAL_TO_COUNTERSIGN: finderOf('REMOVAL_TO_COUNTERSIGN', { ...values, isOfCases: true }),
  // Once its days are over it cannot be authorised any more.
  MEASURE_TO_AUTHORISE: finderOf('MEASURE_TO_AUTHORISE', { ...measures, ends: true }),
  MEASURE_UNAUTHORISED: finderOf('MEASURE_UNAUTHORISED', measures),
  MEASURE_TO_FINISH: finderOf('MEASURE_TO_FINISH', { ...measures, begins: true }),
});
