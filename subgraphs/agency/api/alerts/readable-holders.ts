import { callerError } from '../../../../server/errors.ts';
import type { AlertRecord } from '../../records/alerts/alert-record.ts';
import { alertState } from '../../records/alerts/alert-state.ts';
import type { DossierField, DossierPart } from '../../records/dossier/dossier-part.ts';
import type { RequestContext } from '../context/request-context.ts';
import { classOfIndicator } from './known-alert.ts';

type Asking = Pick<RequestContext, 'loaders' | 'permissions'>;

/**
 * The dossiers of an alert's case that hold its identifier, where the viewer may read identifiers of its kind: of others not even that
 * they hold one is told. Whoever tells of one says so (`dossiers.told`).
 * @param fields that are read of each
 */
export async function readableHolders(
  { indicator, case: caseNumber, alert }: AlertRecord,
  { loaders, permissions }: Asking,
  fields: readonly DossierField[] = [],
): Promise<DossierPart[]> {
  const ids = await loaders.holders.load({ indicator, case: caseNumber });
  const found = await Promise.all(ids.map((id) => loaders.found.load({ id, fields: [...fields, 'cases'] })));
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
  context: Asking & Pick<RequestContext, 'dossiers' | 'now'>,
): Promise<void> {
  const isOpen = ['NEW', 'ACKNOWLEDGED', 'ACTED'].includes(alertState(record.alert, context.now));
  if (!isOpen) return;
  const readable = await readableHolders(record, context);
  context.dossiers.told(...readable);
  if (readable.length > 0) return;
  throw callerError(
    'FORBIDDEN',
    'You cannot take a step on an alert whose identifier you may not read under your mandate. Name a case and a purpose under which you may, or ask an officer who has them.',
  );
}
