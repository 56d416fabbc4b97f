import type { Link } from '../../../../../subgraphs/agency/records/dossier/link.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import { daysAfter } from '../../../../../terms/days.ts';
import { confirmedLink, dossierOf, proposalOf, releaseOf } from '../../../../support/hand-made-dossiers.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../support/world/agency.ts';
import type { Officer } from '../../../../support/world/officer.ts';

const now = new Date();
const inDays = (days: number) => daysAfter(now, days);
const first = 'BY-0000000001';
const second = 'BY-0000000002';
const originators = 'BY-0000000003';

const decided = (decision: 'SAME' | 'DIFFERENT') => ({ decision, decidedAt: inDays(-20) });
const linkTo = (dossier: string, own: 'SAME' | 'DIFFERENT', told?: 'SAME' | 'DIFFERENT'): Link => ({
  agency: 'RUSSIA',
  dossier,
  own: decided(own),
  told: told ? { ...decided(told), number: 1 } : { decision: 'NONE' },
  ...(!told && { lapsesAt: inDays(10) }),
});

const dossiers = [
  dossierOf(first, {
    handlingCode: 'ON_RELEASE',
    releases: [
      releaseOf({ id: 'VGRANTED', until: inDays(30) }),
      releaseOf({ id: 'VEXPIRED', until: inDays(-1), from: inDays(-9) }),
      proposalOf({ id: 'VPROPOSED', until: inDays(20) }),
    ],
    ...confirmedLink('RU-0000000001'),
  }),
  dossierOf(second, {
    handlingCode: 'ON_RELEASE',
    releases: [
      releaseOf({ id: 'VRECALLED', until: inDays(5), recalledBy: 'supervisor-1', recalledAt: inDays(-2) }),
      releaseOf({ id: 'VLATER', from: inDays(3), until: inDays(40) }),
    ],
    links: [linkTo('RU-0000000002', 'SAME'), linkTo('RU-0000000003', 'SAME', 'DIFFERENT')],
  }),
  dossierOf(originators, { handlingCode: 'ORIGINATOR_ONLY', releases: [], links: [] }),
];

interface Listed {
  edges: { cursor: string; node: { id: string; dossier: string; state: string }; dossier: { id: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

describe('a list of decisions', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus, { dossiers });
  });

  const supervisor = () => agency.as('BELARUS', 'SUPERVISOR');

  async function listed(list: string, node: string, officer: Officer = supervisor()) {
    const document = `{ belarus { list: ${list} {
      edges { cursor node { ${node} state } dossier { id } } pageInfo { hasNextPage endCursor } } } }`;
    const { data, codes, redactions } = await officer.run(document);
    return { codes, redactions, list: data?.belarus?.list as Listed | null | undefined };
  }
  const releases = async (given = 'first: 20') => {
    const { list } = await listed(`releases(${given})`, 'id');
    return list?.edges.map(({ node, dossier }) => [node.id.split('-').at(-1), node.state, dossier.id]);
  };
  const links = async (given = 'first: 20') => {
    const { list } = await listed(`links(${given})`, 'dossier');
    return list?.edges.map(({ node, dossier }) => [node.dossier, node.state, dossier.id]);
  };

  const expired = ['VEXPIRED', 'EXPIRED', first];
  const recalled = ['VRECALLED', 'RECALLED', second];
  const proposed = ['VPROPOSED', 'PROPOSED', first];
  const granted = ['VGRANTED', 'GRANTED', first];
  const later = ['VLATER', 'GRANTED', second];

  test.each([
    ['first: 20', [expired, recalled, proposed, granted, later]],
    ['states: [GRANTED]', [granted, later]],
    ['states: [RECALLED, EXPIRED]', [expired, recalled]],
    ['states: [PROPOSED]', [proposed]],
    ['states: []', []],
    [`endingBefore: "${inDays(21).toISOString()}"`, [expired, recalled, proposed]],
    [`states: [GRANTED], endingBefore: "${inDays(35).toISOString()}"`, [granted]],
    [`states: [EXPIRED], endingBefore: "${inDays(-5).toISOString()}"`, []],
  ])('has the releases that it asks for (%s), the earliest to end first', async (given, expected) => {
    expect(await releases(given)).toEqual(expected);
  });

  const lapsing = ['RU-0000000002', 'UNVERIFIED', second];
  const disputed = ['RU-0000000003', 'DISPUTED', second];
  const confirmed = ['RU-0000000001', 'SAME', first];

  test.each([
    ['first: 20', [lapsing, confirmed, disputed]],
    ['states: [DISPUTED]', [disputed]],
    ['states: [SAME, UNVERIFIED]', [lapsing, confirmed]],
    ['states: [DIFFERENT]', []],
    [`lapsingBefore: "${inDays(11).toISOString()}"`, [lapsing]],
    [`lapsingBefore: "${inDays(9).toISOString()}"`, []],
  ])('has the links that it asks for (%s), the earliest to lapse first', async (given, expected) => {
    expect(await links(given)).toEqual(expected);
  });

  test('has a release in the state that it is in now, though nothing was written', async () => {
    const { list } = await listed('releases(states: [EXPIRED])', 'id', supervisor().at(inDays(31)));
    expect(list?.edges.map(({ node }) => node.id.split('-').at(-1))).toEqual([
      'VEXPIRED',
      'VPROPOSED',
      'VGRANTED',
    ]);
    expect(await releases('states: [EXPIRED]')).toEqual([expired]);
  });

  test.each(['releases', 'links'])('paged through by one gives each of the %s once', async (name) => {
    const all = name === 'links' ? await links() : await releases();
    const field = name === 'links' ? 'dossier' : 'id';
    const seen: string[] = [];
    let after = '';
    for (let left = 10; left > 0; left -= 1) {
      const { list } = await listed(`${name}(first: 1${after})`, field);
      seen.push(...(list?.edges.map(({ node }) => (node.dossier ?? node.id).replace(/.*-V/, 'V')) ?? []));
      expect(list?.pageInfo.endCursor).toBe(list?.edges.at(-1)?.cursor);
      if (!list?.pageInfo.hasNextPage) break;
      after = `, after: "${list.pageInfo.endCursor}"`;
    }
    expect(seen).toEqual(all?.map(([id]) => id));
  });

  test('has cursors that are good for the same list alone', async () => {
    const { list } = await listed('releases(first: 1)', 'id');
    const after = `after: "${list?.pageInfo.endCursor}"`;
    expect((await listed(`releases(${after})`, 'id')).codes).toEqual([]);
    expect((await listed(`releases(${after}, states: [GRANTED])`, 'id')).codes).toEqual(['BAD_USER_INPUT']);
    expect((await listed(`links(${after})`, 'dossier')).codes).toEqual(['BAD_USER_INPUT']);
  });

  test('leaves out what its dossier no longer has', async () => {
    const gone = dossierOf('BY-0000000009', { releases: [releaseOf({ id: 'VGONE', until: inDays(1) })] });
    const { decisions } = agency.models;
    const _id = `${gone._id} RELEASE VGONE`;
    await decisions.create({
      _id,
      list: 'RELEASE',
      dossier: gone._id,
      of: 'VGONE',
      state: 'GRANTED',
      order: `2000 ${_id}`,
    });
    expect(await releases('states: [EXPIRED, GRANTED]')).toEqual([expired, granted, later]);
    // It stands first, and so is all of a first page of one.
    const { list } = await listed('releases(first: 1, states: [EXPIRED, GRANTED])', 'id');
    expect(list?.edges.map(({ node }) => node.state)).toEqual(['EXPIRED']);
    expect(list?.pageInfo.hasNextPage).toBe(true);
    await decisions.deleteOne({ _id });
  });

  test('puts the dossiers of its page on record as read', async () => {
    await listed('links(states: [DISPUTED])', 'dossier', supervisor().called('reader-of-links'));
    const read = await agency.models.reads.find({ by: 'reader-of-links' }).lean();
    expect(read.flatMap((entry) => entry.dossiers)).toEqual([second]);
  });

  test.each([
    ['releases', 'id', 'ANALYST', 'INVESTIGATOR'],
    ['links', 'dossier', 'INVESTIGATOR', 'LIAISON'],
  ] as const)(
    'of %s is withheld with a receipt from a role that does not decide, and given to one that does',
    async (name, node, none, some) => {
      const denied = await listed(name, node, agency.as('BELARUS', none));
      expect(denied.list).toBeNull();
      expect(denied.redactions).toMatchObject([
        { coordinate: `BelarusQuery.${name}`, class: 'OPEN', reason: 'ROLE', records: null },
      ]);
      const allowed = await listed(name, node, agency.as('BELARUS', some));
      expect(allowed.list?.edges.length).toBeGreaterThan(2);
      const foreign = await listed(name, node, agency.as('RUSSIA', some));
      expect([foreign.list, foreign.redactions[0]?.reason]).toEqual([null, 'ROLE']);
    },
  );
});
