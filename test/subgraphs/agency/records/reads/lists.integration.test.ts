import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import type { Role } from '../../../../../terms/enums.ts';
import { newRequestKey } from '../../../../../terms/request-key.ts';
import { dossierOf } from '../../../../support/hand-made-dossiers.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../support/world/agency.ts';
import type { Officer } from '../../../../support/world/officer.ts';
import { halfOf, read } from '../dossier/releases/support.ts';

const shareable = { handlingCode: 'SHAREABLE' as const };
const [first, second] = ['BY-A000000001', 'BY-A000000002'];
const entry = `nodes { id at by agency roles purpose legalBasis case requestId reason dossiers beyondMandate ofNoCase groups coordinates
  withheld { coordinate reason dossiers } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;
const start = Date.parse('2026-11-24T12:00:00Z');

describe('the record of reads', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus, {
      dossiers: [first, second].map((id) => dossierOf(String(id), shareable)),
    });
    // The first five times, the second once, a second apart.
    for (const [number, id] of [first, first, second, first, first, first].entries()) {
      const officer = agency.as('RUSSIA', 'LIAISON').called(`officer-${number}`);
      await read(officer.at(new Date(start + number * 1_000)), String(id), 'id status { stage }');
    }
  });
  // What the supervisor has looked at to see the list is in the list.
  afterEach(async () => {
    await agency.models.reads.deleteMany({ agency: 'BELARUS' });
  });

  const overseer = () => agency.as('BELARUS', 'OVERSEER');
  const supervisor = () => agency.as('BELARUS', 'SUPERVISOR');
  const all = (officer: Officer, page = '') => officer.run(`{ belarus { reads${page} { ${entry} } } }`);
  const of = async (officer: Officer, id: string | undefined, page = '') => {
    const answered = await officer.run(halfOf(`id reads${page} { ${entry} }`), {
      of: [{ __typename: 'Suspect', id }],
    });
    return { ...answered, reads: answered.data._entities?.[0].belarus?.reads };
  };
  const readers = (list: { nodes: { by: string }[] }) => list.nodes.map(({ by }) => by);

  test('is listed whole to an overseer, newest first', async () => {
    const { data } = await all(overseer());
    expect(readers(data.belarus.reads)).toEqual([5, 4, 3, 2, 1, 0].map((number) => `officer-${number}`));
    expect(data.belarus.reads.nodes[3]).toEqual({
      id: expect.any(String),
      at: '2026-11-24T12:00:02.000Z',
      by: 'officer-2',
      agency: 'RUSSIA',
      roles: ['LIAISON'],
      purpose: 'INVESTIGATION',
      legalBasis: 'COOPERATION_AGREEMENT',
      case: 'RU-2026-000001',
      requestId: 'request-0001',
      dossiers: [second],
      groups: [],
      reason: null,
      beyondMandate: null,
      ofNoCase: null,
      coordinates: ['BelarusDossier.id', 'Suspect.belarus'],
      withheld: [{ coordinate: 'BelarusDossier.status', reason: 'NOT_RELEASED', dossiers: [second] }],
    });
  });

  test('is in the order in which requests began, also where one that began earlier has read later', async () => {
    const keyAt = (seconds: number) => newRequestKey(start - 60_000 + seconds * 1_000);
    const officer = (name: string) => agency.as('RUSSIA', 'LIAISON').called(name);
    const at = (seconds: number) => new Date(start - 60_000 + seconds * 1_000);
    await read(officer('quick').in(keyAt(2)).at(at(3)), second ?? '', 'id');
    await read(officer('slow').in(keyAt(1)).at(at(9)), second ?? '', 'id');
    const list = (await all(overseer())).data.belarus.reads;
    await agency.models.reads.deleteMany({ by: { $in: ['quick', 'slow'] } });
    expect(readers(list).slice(-2)).toEqual(['quick', 'slow']);
    const times = list.nodes.map((each: { at: string }) => each.at);
    expect(times).toEqual([...times].sort().reverse());
  });

  test('is listed of a dossier to its supervisor, newest first', async () => {
    expect(readers((await of(supervisor(), first)).reads)).toEqual(
      [5, 4, 3, 1, 0].map((number) => `officer-${number}`),
    );
    expect(readers((await of(supervisor(), second)).reads)).toEqual(['officer-2']);
  });

  test('comes in pages, each read once', async () => {
    const pages = async (
      list: (
        page: string,
      ) => Promise<{ nodes: { by: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } }>,
    ) => {
      const one = await list('(first: 4)');
      const two = await list(`(first: 4, after: "${one.pageInfo.endCursor}")`);
      return [...[one, two].map(readers), [one.pageInfo.hasNextPage, two.pageInfo.hasNextPage]];
    };
    expect(await pages(async (page) => (await all(overseer(), page)).data.belarus.reads)).toEqual([
      ['officer-5', 'officer-4', 'officer-3', 'officer-2'],
      ['officer-1', 'officer-0'],
      [true, false],
    ]);
    expect(await pages(async (page) => (await of(supervisor(), first, page)).reads)).toEqual([
      ['officer-5', 'officer-4', 'officer-3', 'officer-1'],
      ['officer-0'],
      [true, false],
    ]);
  });

  test('is an empty list where nobody has read', async () => {
    const { endCursor } = (await all(overseer(), '(first: 6)')).data.belarus.reads.pageInfo;
    const { data } = await all(overseer(), `(after: "${endCursor}")`);
    expect(data.belarus.reads).toEqual({
      nodes: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null },
    });
  });

  test('marks to both what its own viewers have read of no case of theirs, with their reason', async () => {
    await agency.models.dossiers.updateOne({ _id: second }, { cases: ['BY-2026-000099'] });
    const officer = agency.as('BELARUS', 'INVESTIGATOR').saying('Check of report 17');
    await read(officer, first, 'id');
    await read(officer, second, 'id');
    const marked = { by: 'belarus-investigator', reason: 'Check of report 17' };
    const marks = [
      { ...marked, dossiers: [second], beyondMandate: [second], ofNoCase: [second] },
      { ...marked, dossiers: [first], beyondMandate: [], ofNoCase: [] },
    ];
    expect((await all(overseer(), '(first: 2)')).data.belarus.reads.nodes).toMatchObject(marks);
    expect((await of(supervisor(), second, '(first: 1)')).reads.nodes).toMatchObject([marks[0]]);
  });

  const cursor = (text: string) => Buffer.from(text).toString('base64url');
  test.each([
    ['no cursor', '(after: "x")'],
    ['the cursor of another list', `(after: "${cursor('after:BY-A000000001')}")`],
    ['a cursor with a filter in it', `(after: "${cursor('read:{"$gt":""}')}")`],
    ['a page of none', '(first: 0)'],
    ['too long a page', '(first: 101)'],
  ])('is refused for %s', async (_what, page) => {
    expect((await all(overseer(), page)).codes).toEqual(['BAD_USER_INPUT']);
    expect((await of(supervisor(), first, page)).codes).toEqual(['BAD_USER_INPUT']);
  });

  test.each([
    ['BELARUS', 'INVESTIGATOR', null, null],
    ['BELARUS', 'ANALYST', null, null],
    ['BELARUS', 'LIAISON', null, null],
    ['BELARUS', 'SUPERVISOR', null, 'its own'],
    ['BELARUS', 'OVERSEER', 'all', null],
    ['RUSSIA', 'OVERSEER', null, null],
    ['RUSSIA', 'SUPERVISOR', null, null],
  ] as const)('is for %s %s: %s, of a dossier %s', async (whose, role: Role, whole, ofDossier) => {
    const officer = agency.as(whose, role);
    const [listed, half] = [await all(officer), await of(officer, first)];
    expect(listed.data.belarus.reads === null).toBe(whole === null);
    expect(half.reads == null).toBe(ofDossier === null);
    const receipts = [...listed.redactions, ...half.redactions].map(({ coordinate, reason }) => [
      coordinate,
      reason,
    ]);
    if (whole === null) expect(receipts).toContainEqual(['BelarusQuery.reads', 'ROLE']);
    else expect(receipts).not.toContainEqual(['BelarusQuery.reads', 'ROLE']);
    expect(listed.commands.filter(({ find }) => find === 'reads')).toHaveLength(whole === null ? 0 : 1);
  });
});
