import { newMessageId } from '../../../subgraphs/agency/records/messages/message.ts';
import { parkedMessage } from '../../subgraphs/agency/support/parked-message.ts';
import type { SeededAgency } from '../../support/agency.ts';
import { requestAt } from '../../support/hand-made-requests.ts';

/** One record of each kind that the channel keeps, and a reference of a hit. */
export async function fillChannel({ models, records, stores }: SeededAgency): Promise<void> {
  const at = new Date();
  const dossier = records.BELARUS.dossiers[0]?._id ?? '';
  const data = { dossier };
  const id = newMessageId(at);
  await models.inbox.create(parkedMessage());
  await models.outbox.create({
    _id: id,
    to: 'RUSSIA',
    number: 1,
    type: 'concord.dossier.withdrawn.v1',
    event: '{}',
    queuedAt: at,
    open: true,
  });
  await models.suspensions.create({
    _id: `RUSSIA ${newMessageId(at)}`,
    agency: 'RUSSIA',
    subject: 'suspended-officer',
    isActive: true,
    suspended: { at },
  });
  await models.notices.create({
    _id: `RUSSIA ${id}`,
    place: id,
    agency: 'RUSSIA',
    kind: 'DOSSIER_WITHDRAWN',
    at,
    receivedAt: at,
    data,
  });
  await models.requests.create([requestAt('SENT', { name: 'SENT000000000000', dossier })]);
  await models.peers.create({ _id: 'RUSSIA', refused: 1, gaps: 0 });
  await models.refused.create({ _id: 'RUSSIA 1', at, reason: 'MALFORMED', hash: 'hash', body: 'x' });
  const message = { id, to: 'RUSSIA' as const, type: 'concord.dossier.withdrawn.v1', at, data };
  await models.departures.create({ _id: dossier, messages: [message] });
  await stores.hits.referencesOf([dossier], { agency: 'RUSSIA', case: undefined }, at);
}
