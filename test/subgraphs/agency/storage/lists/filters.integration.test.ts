import { writeEvent } from '../../../../../subgraphs/agency/channel/wire/channel-event.ts';
import { newMessageId } from '../../../../../subgraphs/agency/records/messages/message.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import type { NoticeKind } from '../../../../../terms/enums.ts';
import { dossierOf } from '../../../../support/hand-made-dossiers.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../support/world/agency.ts';

interface Listed {
  nodes: Record<string, unknown>[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

describe('a list with a filter', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus, { dossiers: [dossierOf('BY-0000000001')] });
    const { notices, outbox, suspensions } = agency.models;
    const kinds: NoticeKind[] = ['RELEASE_GRANTED', 'LINK_DECIDED', 'RELEASE_GRANTED'];
    for (const [index, kind] of kinds.entries()) {
      const at = new Date(Date.now() - index * 60_000);
      const place = newMessageId(at);
      const data = { dossier: 'RU-0000000001' };
      await notices.create({
        _id: `RUSSIA ${place}`,
        place,
        agency: 'RUSSIA',
        kind,
        at,
        receivedAt: at,
        data,
      });
    }
    const at = new Date();
    const data = { dossier: 'BY-0000000001', release: 'VRELEASE00001' };
    const type = 'concord.release.recalled.v1';
    const _id = newMessageId(at);
    const event = writeEvent({ id: _id, from: 'BELARUS', to: 'RUSSIA', number: 1, type, at, data });
    await outbox.create({ _id, to: 'RUSSIA', number: 1, type, event, queuedAt: at, open: true });
    for (const [index, isActive] of [true, false].entries())
      await suspensions.create({
        _id: newMessageId(new Date(at.getTime() + index)),
        agency: 'BELARUS',
        subject: `officer-${index}`,
        ...(isActive ? { isActive } : { reinstated: { at, by: 'another', reason: 'a mistake' } }),
        suspended: { at, by: 'somebody', reason: 'as it was told' },
      });
  });

  async function listed(list: string, selection: string): Promise<{ codes: unknown[]; list: Listed }> {
    const document = `{ belarus { list: ${list} { nodes { ${selection} } pageInfo { hasNextPage endCursor } } } }`;
    const { data, codes } = await agency.as('BELARUS', 'SUPERVISOR').run(document);
    return { codes, list: data?.belarus?.list };
  }
  const noticesBy = async (given: string) => {
    const { list } = await listed(`notices(first: 20${given})`, 'kind direction');
    return list.nodes.map(({ kind, direction }) => `${direction} ${kind}`).sort();
  };
  const granted = 'RECEIVED RELEASE_GRANTED';

  test.each([
    ['', ['RECEIVED LINK_DECIDED', granted, granted, 'SENT RELEASE_RECALLED']],
    [', kinds: [RELEASE_GRANTED]', [granted, granted]],
    [', kinds: [LINK_DECIDED, RELEASE_RECALLED]', ['RECEIVED LINK_DECIDED', 'SENT RELEASE_RECALLED']],
    [', kinds: []', []],
    [', direction: SENT', ['SENT RELEASE_RECALLED']],
    [', direction: RECEIVED', ['RECEIVED LINK_DECIDED', granted, granted]],
    [', direction: SENT, kinds: [RELEASE_GRANTED]', []],
  ])('has the notices that it asks for (%s), and no others', async (given, expected) => {
    expect(await noticesBy(given)).toEqual(expected);
  });

  test('has the suspensions in force, and without it all of them', async () => {
    const subjects = async (given: string) =>
      (await listed(`suspensions(first: 20${given})`, 'subject')).list.nodes.map(({ subject }) => subject);
    expect(await subjects(', inForce: true')).toEqual(['officer-0']);
    expect(await subjects('')).toEqual(['officer-1', 'officer-0']);
  });

  test('has cursors that are good for the same filter alone', async () => {
    const { list } = await listed('notices(first: 1, kinds: [RELEASE_GRANTED])', 'kind');
    const after = `after: "${list.pageInfo.endCursor}"`;
    expect((await listed(`notices(${after}, kinds: [RELEASE_GRANTED])`, 'kind')).list.nodes).toHaveLength(1);
    expect((await listed(`notices(${after})`, 'kind')).codes).toEqual(['BAD_USER_INPUT']);
    expect((await listed(`notices(${after}, kinds: [LINK_DECIDED])`, 'kind')).codes).toEqual([
      'BAD_USER_INPUT',
    ]);
  });
});
