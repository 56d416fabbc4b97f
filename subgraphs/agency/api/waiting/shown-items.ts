import type { DecidedClass } from '../../../../terms/enums.ts';
import { mayCallWidelyShared } from '../../records/alerts/alert-state.ts';
import type { DossierField, DossierPart } from '../../records/dossier/dossier-part.ts';
import { nameOfLink } from '../../records/dossier/links/link-names.ts';
import { stateOf } from '../../records/dossier/release.ts';
import type { CheckRecord } from '../../records/measures/comparing/check-record.ts';
import { waitsOnRequest } from '../../records/requests/waits-on-request.ts';
import { waitsOnLink, waitsOnMeasure } from '../../records/waiting/waiting-on-dossier.ts';
import type { WaitingRecord } from '../../records/waiting/waiting-record.ts';
import { readableHolders } from '../alerts/readable-holders.ts';
import type { RequestContext } from '../context/request-context.ts';
import { worksOn } from '../execution/demand-reading.ts';
import { type ListedMeasure, listedMeasure } from '../measures/listed-measure.ts';
import { checkOf } from '../measures/measure-check-resolvers.ts';
import { shownRequest } from '../requests/shown-request.ts';
import { alwaysNeeded, ofDossiersCases } from './readable-waiting.ts';
import { type FoundItem, itemOfRequest, type WaitingItem } from './waiting-item.ts';

const fieldOf: Partial<Record<WaitingRecord['kind'], DossierField>> = {
  RELEASE_TO_GRANT: 'releases',
  LINK_TO_COUNTERSIGN: 'links',
  LINK_TO_ANSWER: 'links',
  LINK_DISPUTED: 'links',
  MEASURE_TO_AUTHORISE: 'measures',
  MEASURE_UNAUTHORISED: 'measures',
  MEASURE_TO_FINISH: 'measures',
  SHAREABLE_TO_COUNTERSIGN: 'shareable',
};

type Thing =
  | Pick<Extract<WaitingItem, { __typename: 'WaitingRelease' }>, '__typename' | 'release'>
  | Pick<Extract<WaitingItem, { __typename: 'WaitingLink' }>, '__typename' | 'link'>
  | Pick<Extract<WaitingItem, { __typename: 'WaitingShareable' }>, '__typename' | 'shareable'>
  | Pick<Extract<WaitingItem, { __typename: 'WaitingMeasure' }>, '__typename' | 'measure'>
  | { __typename: 'WaitingValues' };

/** The thing in a dossier that waits for this officer; undefined once it no longer does. */
function thingIn(
  part: DossierPart,
  { kind, of }: WaitingRecord,
  { now, viewer }: Pick<RequestContext, 'now' | 'viewer'>,
): Thing | undefined {
  const { _id, releases, links, measures, shareable } = part;
  switch (kind) {
    case 'RELEASE_TO_GRANT': {
      const release = releases?.find(({ id }) => id === of);
      const waits = release && stateOf(release, now) === 'PROPOSED' && release.proposedBy !== viewer.subject;
      return waits ? { __typename: 'WaitingRelease', release: { ...release, dossier: _id } } : undefined;
    }
    case 'SHAREABLE_TO_COUNTERSIGN': {
      const proposal = shareable?.proposal;
      const waits = proposal && proposal.proposedBy !== viewer.subject;
      return waits ? { __typename: 'WaitingShareable', shareable } : undefined;
    }
    case 'VALUES_TO_COUNTERSIGN':
    case 'REMOVAL_TO_COUNTERSIGN':
      return { __typename: 'WaitingValues' };
    case 'MEASURE_TO_AUTHORISE':
    case 'MEASURE_UNAUTHORISED':
    case 'MEASURE_TO_FINISH': {
      const measure = measures?.find(({ id }) => id === of);
      const found = measure && waitsOnMeasure(measure);
      const waits = found?.kind === kind && found.not !== viewer.subject;
      return measure && waits ? { __typename: 'WaitingMeasure', measure: { part, measure } } : undefined;
    }
    default: {
      const link = links?.find((one) => nameOfLink(one) === of);
      const found = link && waitsOnLink(link);
      return link && found?.kind === kind && found.not !== viewer.subject
        ? { __typename: 'WaitingLink', link }
        : undefined;
    }
  }
}

/** The measure of a conflict, for whoever works on its dossier and may speak on it; undefined once it is in none. */
async function conflictShown(
  { dossier, measure: of }: CheckRecord,
  context: RequestContext,
): Promise<ListedMeasure | undefined> {
  const { loaders, permissions } = context;
  const part = await loaders.found.load({ id: dossier, fields: ['cases', 'measures'] });
  const isReadable =
    part && permissions.decide('CASE', part) === 'ALLOW' && permissions.decide('TACTICAL', part) === 'ALLOW';
  if (!isReadable || !worksOn(context, { cases: part.cases ?? [] })) return undefined;
  const found = await listedMeasure({ dossier, of }, context);
  const check = found && (await checkOf({ ...found.measure, dossier }, context));
  return check?.state === 'CONFLICT' ? found : undefined;
}

/**
 * The items that wait for this officer indeed, each decided again on the record itself: between the two reads it may have been
 * dealt with, or have become another case's.
 */
export async function shownItems(
  items: readonly FoundItem[],
  context: RequestContext,
  shareable: readonly DecidedClass[],
): Promise<WaitingItem[]> {
  const { dossiers, loaders, now, permissions, reads, viewer } = context;
  const fields = [...new Set(items.flatMap(({ kind }) => fieldOf[kind] ?? []))];
  const shown = await Promise.all(
    items.map(async (item): Promise<WaitingItem | undefined> => {
      if ('request' in item) {
        const { request, kind } = item;
        const step = waitsOnRequest(request.half, now);
        if (step?.kind !== kind || step.not === viewer.subject || !(await shownRequest(request, context)))
          return undefined;
        const reference = { id: request._id, record: request };
        return { ...itemOfRequest(request, step, context), __typename: 'WaitingRequest', request: reference };
      }
      if ('parked' in item) return { ...item, __typename: 'WaitingMessage' };
      if ('group' in item) {
        reads.noteGroup(item.group._id);
        return { ...item, __typename: 'WaitingGroup' };
      }
      if ('alert' in item) {
        const { alert } = item.alert;
        const waits = alert.widelyShared?.by !== viewer.subject && mayCallWidelyShared(alert, now);
        // The step is refused to whoever reads the identifier in none of its dossiers.
        const isShown = waits && (await readableHolders(item.alert, context)).length > 0;
        return isShown ? { ...item, __typename: 'WaitingAlert' } : undefined;
      }
      if ('check' in item) {
        const { check, ...waits } = item;
        const measure = await conflictShown(check, context);
        return measure && { ...waits, __typename: 'WaitingMeasure', dossier: check.dossier, measure };
      }
      const { record, ...rest } = item;
      const dossier = await loaders.found.load({ id: record.dossier, fields });
      const needs = [...alwaysNeeded(record.kind, shareable), ...record.needs];
      if (!dossier || needs.some((column) => permissions.decide(column, dossier) !== 'ALLOW'))
        return undefined;
      if (ofDossiersCases.includes(record.kind) && !worksOn(context, { cases: record.cases }))
        return undefined;
      const thing = thingIn(dossier, record, context);
      if (!thing) return undefined;
      dossiers.told(dossier);
      return { ...rest, ...thing, dossier: record.dossier };
    }),
  );
  return shown.filter((item) => item !== undefined);
}
