import { runRetention } from '../../../../../subgraphs/agency/jobs/run-retention.ts';
import { newMessageId } from '../../../../../subgraphs/agency/records/messages/message.ts';
import { suspensionMessages } from '../../../../../subgraphs/agency/records/suspensions/suspension-messages.ts';
import type { SuspensionRecord } from '../../../../../subgraphs/agency/records/suspensions/suspension-record.ts';
import { retentionOf } from '../../../../../subgraphs/agency/retention-of.ts';
import { pendingIn } from '../../../../../subgraphs/agency/storage/channel/pending-in.ts';

import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import { testMatch } from '../../../../support/match-keys.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../support/world/agency.ts';

const before = new Date('2026-11-23T23:59:59.999Z');
const after = new Date('2026-11-24T00:00:00.000Z');

describe('a suspension', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus);
    const suspended = { at: new Date('2020-01-01'), by: 'watcher', reason: 'Read for a friend' };
    const _id = newMessageId(suspended.at);
    const held: SuspensionRecord[] = [
      { _id: 'standing', agency: 'BELARUS', subject: 'standing', isActive: true, suspended },
      { _id: 'undone', agency: 'BELARUS', subject: 'undone', suspended, reinstated: { at: before } },
      { _id: 'later', agency: 'BELARUS', subject: 'later', suspended, reinstated: { at: after } },
      { _id: 'RUSSIA undone', agency: 'RUSSIA', subject: 'undone', suspended, reinstated: { at: before } },
      {
        _id,
        agency: 'BELARUS',
        subject: 'waiting',
        suspended,
        reinstated: { at: before },
        pending: suspensionMessages('REINSTATED', 'BELARUS', { _id, subject: 'waiting' }, before),
      },
    ];
    await agency.models.suspensions.create(held);
  });

  const run = (now: string) =>
    runRetention(retentionOf(agency.models, belarus.retention, testMatch), new Date(now));
  const left = async () =>
    (await agency.models.suspensions.find({}).lean()).map(({ subject }) => subject).sort();

  test('stays for the years of the record of reads after it was undone', async () => {
    expect(await run('2031-11-23T23:00:00Z')).toMatchObject({ suspensionsErased: 0 });
    expect(await left()).toHaveLength(5);
  });

  test('is erased after them, but not while it stands, nor while another agency is to be told of it', async () => {
    expect(await run('2031-11-24T04:00:00Z')).toMatchObject({ suspensionsErased: 2, failed: 0 });
    expect(await left()).toEqual(['later', 'standing', 'waiting']);
  });

  test('is erased once the other agency has been told', async () => {
    await (await pendingIn(agency.models.suspensions).read(50)).letGo();
    expect(await run('2031-11-24T04:00:00Z')).toMatchObject({ suspensionsErased: 1 });
    expect(await run('2040-01-01T00:00:00Z')).toMatchObject({ suspensionsErased: 1 });
    expect(await left()).toEqual(['standing']);
  });
});
