import type { AgencyInProcess } from '../../../../support/world/agency.ts';
import { type Waits, waitingAgency, waitingFor } from './support.ts';

describe('a list of what waits', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await waitingAgency();
  });

  const both = () => agency.as('BELARUS', 'LIAISON', 'SUPERVISOR');
  const idsOf = (nodes: readonly Waits[]) => nodes.map(({ id }) => id);

  test.each([1, 2, 3])('is the same whole, and in pages of %i', async (first) => {
    const { nodes: whole } = await waitingFor(both());
    expect(whole).toHaveLength(9);
    const paged: string[] = [];
    let after: string | null = null;
    do {
      const { nodes, waiting } = await waitingFor(both(), { first, after });
      expect(nodes.length).toBeLessThanOrEqual(first);
      paged.push(...idsOf(nodes));
      after = waiting.pageInfo.hasNextPage ? waiting.pageInfo.endCursor : null;
    } while (after !== null);
    expect(paged).toEqual(idsOf(whole));
  });

  test('has cursors of its own edges', async () => {
    const { waiting, nodes } = await waitingFor(both());
    const [first] = waiting.edges;
    const { nodes: rest } = await waitingFor(both(), { after: first.cursor });
    expect(idsOf(rest)).toEqual(idsOf(nodes.slice(1)));
  });

  test('has cursors that open no other list, and not that of another officer', async () => {
    const { waiting } = await waitingFor(both(), { first: 1 });
    const { endCursor: after } = waiting.pageInfo;
    const refused = await Promise.all([
      waitingFor(both(), { after, kinds: ['MESSAGE_PARKED'] }),
      waitingFor(both().called('another'), { after }),
      waitingFor(both().for('SOLVING', 'BY-2026-000001'), { after }),
      waitingFor(both(), { after: 'BY-WA1T1NG00001' }),
    ]);
    expect(refused.map(({ codes }) => codes)).toEqual(Array(4).fill(['BAD_USER_INPUT']));
    expect((await waitingFor(both(), { after })).codes).toEqual([]);
  });

  test('has the kinds that are asked for, and no kind that does not wait for the officer', async () => {
    const { kinds } = await waitingFor(both(), { kinds: ['MESSAGE_PARKED', 'RELEASE_TO_GRANT'] });
    expect(kinds).toEqual(['RELEASE_TO_GRANT', 'RELEASE_TO_GRANT', 'MESSAGE_PARKED']);
    const supervisor = agency.as('BELARUS', 'SUPERVISOR');
    expect((await waitingFor(supervisor, { kinds: ['MESSAGE_PARKED'] })).nodes).toEqual([]);
    expect((await waitingFor(supervisor, { kinds: [] })).nodes).toEqual([]);
  });

  test('counts each kind, on whichever page', async () => {
    const counts = [
      { kind: 'RELEASE_TO_GRANT', count: 2, isMore: false },
      { kind: 'LINK_TO_COUNTERSIGN', count: 1, isMore: false },
      { kind: 'LINK_TO_ANSWER', count: 1, isMore: false },
      { kind: 'LINK_DISPUTED', count: 1, isMore: false },
      { kind: 'SHAREABLE_TO_COUNTERSIGN', count: 1, isMore: false },
      { kind: 'VALUES_TO_COUNTERSIGN', count: 1, isMore: false },
      { kind: 'GROUP_TO_COUNTERSIGN', count: 1, isMore: false },
      { kind: 'MESSAGE_PARKED', count: 1, isMore: false },
    ];
    const { waiting } = await waitingFor(both(), { first: 1 });
    expect(waiting.counts).toEqual(counts);
    const next = await waitingFor(both(), { first: 1, after: waiting.pageInfo.endCursor });
    expect(next.waiting.counts).toEqual(counts);
  });

  test('counts to a hundred and says when there are more', async () => {
    const [message] = await agency.models.inbox.find({ state: 'PARKED' }).lean();
    if (!message) throw new Error('no message is parked');
    const { receivedAt, ...same } = message;
    await agency.models.inbox.insertMany(
      Array.from({ length: 100 }, (_, index) => ({
        ...same,
        _id: `RUSSIA later-${String(index).padStart(3, '0')}`,
        number: index + 2,
        receivedAt: new Date(receivedAt.getTime() + Math.floor(index / 7)),
      })),
    );
    const kinds = ['MESSAGE_PARKED'];
    const { waiting, nodes } = await waitingFor(both(), { kinds, first: 100 });
    expect(waiting.counts).toEqual([{ kind: 'MESSAGE_PARKED', count: 100, isMore: true }]);
    const last = await waitingFor(both(), { kinds, first: 100, after: waiting.pageInfo.endCursor });
    expect(new Set([...idsOf(nodes), ...idsOf(last.nodes)]).size).toBe(101);
    expect([waiting.pageInfo.hasNextPage, last.waiting.pageInfo.hasNextPage]).toEqual([true, false]);
  });
});
