import type { AlertMeans } from '../../../../terms/enums.ts';
import { releaseNamed } from '../../../../terms/release-id.ts';
import { mayAct } from '../../permissions/may-act.ts';
import type { AlertRecord } from '../../records/alerts/alert-record.ts';
import type { DossierField, DossierPart } from '../../records/dossier/dossier-part.ts';
import type { RequestContext } from '../context/request-context.ts';
import { isKnownOperation } from '../operations/shown-operation.ts';
import { shownRequest } from '../requests/shown-request.ts';
import { releasesShown } from '../resolvers/releases-shown.ts';

type Known = (named: string, alert: AlertRecord, context: RequestContext) => Promise<boolean>;

/** An own dossier that is told of if it turns out to be the one. */
async function tells(
  id: string,
  field: DossierField,
  { loaders, dossiers }: RequestContext,
  isIt: (dossier: DossierPart) => boolean,
): Promise<boolean> {
  const found = await loaders.found.load({ id, fields: ['cases', field] });
  if (!found || !isIt(found)) return false;
  dossiers.told(found);
  return true;
}

/** The things that can be made of an alert, each as far as its officer may know of it. */
const known: Readonly<Record<AlertMeans, Known>> = {
  async REQUEST(named, _alert, context) {
    const request = await context.loaders.request.load(named);
    return request?.half.side === 'ASKER' && (await shownRequest(request, context)) !== undefined;
  },
  LINK: async (named, { alert }, context) => {
    const { verdicts, decide } = context.permissions;
    return (
      mayAct(verdicts.side, verdicts.roles, 'readLinks') &&
      tells(
        named,
        'links',
        context,
        (dossier) =>
          decide('CASE', dossier) === 'ALLOW' &&
          (dossier.links ?? []).some(({ agency, ended }) => agency === alert.other && ended === undefined),
      )
    );
  },
  RELEASE: async (named, { alert }, context) => {
    const { dossier, release } = releaseNamed(named) ?? {};
    return (
      dossier !== undefined &&
      tells(dossier, 'releases', context, (found) =>
        (releasesShown(found, context) ?? []).some(({ id, to }) => id === release && to === alert.other),
      )
    );
  },
  async OPERATION(named, { alert }, context) {
    const operation = await context.loaders.operation.load(named);
    return operation !== null && operation.other === alert.other && isKnownOperation(operation, context);
  },
};

/** Tells if there is what an officer says to have made of an alert, as far as they may know of it. */
export const isKnownMeans = (
  { means, named }: { means: AlertMeans; named: string },
  alert: AlertRecord,
  context: RequestContext,
): Promise<boolean> => known[means](named, alert, context);

/**
 * What was made of an alert, as far as the viewer may know of it: neither that there is a joint operation, nor that there is a request, is told to
 * whoever may not know of it.
 */
export async function shownMeans(
  record: AlertRecord,
  context: RequestContext,
): Promise<AlertRecord['alert']['acted']> {
  const { acted } = record.alert;
  if (acted?.means !== 'OPERATION' && acted?.means !== 'REQUEST') return acted;
  return (await isKnownMeans(acted, record, context)) ? acted : undefined;
}
