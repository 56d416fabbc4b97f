import { callerError } from '../../../../server/errors.ts';
import type { AlertRecord } from '../../records/alerts/alert-record.ts';
import { alertState } from '../../records/alerts/alert-state.ts';
import type { DossierField, DossierPart } from '../../records/dossier/dossier-part.ts';
import type { RequestContext } from '../context/request-context.ts';
import { classOfIndicator } from './known-alert.ts';

type Asking = Pick<RequestContext, 'stores' | 'loaders' | 'permissions'>;

/**
 * The dossiers of an alert's case that hold its identifier, where the viewer may read identifiers of its kind: of others not even that
 * they hold one is told.
 * @param fields that are read of each
 */
export async function readableHolders(
  { indicator, case: number, alert }: AlertRecord,
  { stores, loaders, permissions }: Asking,
  fields: readonly DossierField[] = [],
): Promise<DossierPart[]> {
  const holding = await stores.sightings.holding(indicator, number);
  const found = await Promise.all(
    holding.map(({ dossier: id }) => loaders.dossier.load({ id, fields: [...fields, 'cases'] })),
  );
  return found.flatMap((dossier) =>
    dossier && permissions.decide(classOfIndicator[alert.kind], dossier) === 'ALLOW' ? [dossier] : [],
  );
}

/**
 * Demands that an officer may read what an alert is about, as long as a step on it is right.
 * @throws FORBIDDEN
 */
export async function demandReadable(
  record: AlertRecord,
  context: Asking & Pick<RequestContext, 'now'>,
): Promise<void> {
  const isOpen = ['NEW', 'ACKNOWLEDGED', 'ACTED'].includes(alertState(record.alert, context.now));
  if (!isOpen || (await readableHolders(record, context)).length > 0) return;
  throw callerError(
    'FORBIDDEN',
    'You cannot take a step on an alert whose identifier you may not read under your mandate. Name a case and a purpose under which you may, or ask an officer who has them.',
  );
}
