import { requestNotices } from '../../../subgraphs/agency/actions/request-notices.ts';
import { applyEvent } from '../../../subgraphs/agency/channel/in/apply-record.ts';
import { settleAwaiting } from '../../../subgraphs/agency/jobs/settle-requests.ts';
import { newMessageId } from '../../../subgraphs/agency/records/messages/message.ts';
import { isPassing } from '../../../subgraphs/agency/storage/driver-errors/is-passing.ts';
import { noticeBook } from '../../../subgraphs/agency/storage/notices/notice-book.ts';
import { requestClock } from '../../../subgraphs/agency/storage/requests/request-clock.ts';
import type { AgencyInProcess } from '../world/agency.ts';
import { warnedReference } from './many-indicators.ts';
import { unlinkedReference } from './many-messages.ts';
import { manyRequests } from './many-requests.ts';

const from = 'RUSSIA';

/** Another agency asks for information, of a dossier and of a hit, and tells of its answers; time and receipts do what they do. */
export async function exchangeRequests({
  effects,
  models,
  stores,
  settleRequests,
  records,
}: AgencyInProcess): Promise<void> {
  const now = new Date();
  const apply = (type: string, data: Record<string, unknown>) =>
    applyEvent(
      effects,
      { id: newMessageId(now), from, to: 'BELARUS', number: 2_000_000, type, at: now, data },
      { now, isPassing },
    );
  const asked = {
    urgency: 'OTHER',
    classes: ['IDENTITY'],
    case: 'RU-2026-000001',
    purpose: 'INVESTIGATION',
    legalBasis: 'COOPERATION_AGREEMENT',
    offence: '159',
    necessity: 'Calls came from there',
  };
  const dossier = records.BELARUS.dossiers[0]?._id ?? '';
  const criteria = {
    names: [{ script: 'RUSSIAN', surname: 'Городейко', givenName: 'Евгений' }],
    birthDate: '1989-08-23',
  };
  const references = [{ reference: unlinkedReference }, { reference: warnedReference }];
  for (const [index, subject] of [{ dossier }, ...references, { criteria }].entries()) {
    const request = `RUQ-ARR1VED00000000${index}`;
    await apply('concord.request.sent.v1', { request, ...asked, subject });
    await apply('concord.request.withdrawn.v1', { request });
  }
  // One that has arrived already is stored no second time.
  const arrived = await stores.requests.read('RUQ-ARR1VED000000000');
  if (!arrived) throw new Error('no request has arrived');
  await stores.requests.insert(arrived);
  // Another officer takes it over: the one who had it is told.
  const { half } = arrived;
  if (half.side !== 'ANSWERER') throw new Error('no request has arrived');
  const takenUpBy = (by: string) => ({ ...half, takenUp: [{ by, at: now }] });
  const takenOver = { ...arrived, version: arrived.version + 1, half: takenUpBy('officer-1') };
  const notices = requestNotices(takenUpBy('officer-2'), takenOver.half, false, now);
  await stores.requests.take(takenOver, [], { officer: { by: 'officer-1', at: now }, counts: {}, notices });
  await models.outbox.updateOne(
    { _id: manyRequests.message },
    {
      $set: {
        receipt: JSON.stringify({ payload: manyRequests.receiptAt(now), protected: '', signature: '' }),
      },
    },
  );
  await settleAwaiting(
    {
      requests: stores.requests,
      clock: requestClock(models),
      writes: stores.writes,
      book: noticeBook(models.notices),
      provisions: [],
      findSubject: stores.findSubject,
    },
    [manyRequests.message],
    now,
  );
  await settleRequests(now);
  await stores.requests.noteWarned(
    { _id: manyRequests.received, version: 1 },
    { warned: { of: now, count: 1 }, due: now },
  );
  await stores.requests.noteSought({ _id: manyRequests.received, version: 1 }, { seekAt: now });
}
