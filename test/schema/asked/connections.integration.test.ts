import { subgraphOf } from '../../../terms/agencies.ts';
import { demoAgencies } from '../../../workshop/demo-data/agencies/demo-agencies.ts';
import {
  knownGroups,
  linkedPerson,
  linkedPersonName,
  unlinkedPerson,
} from '../../../workshop/demo-data/known/demo-ids.ts';
import { type DemoFederation, demoFederation, otherThan } from '../../support/composed/demo-federation.ts';

let federation: DemoFederation;
beforeAll(async () => {
  federation = await demoFederation();
  for (const agency of demoAgencies) await fill(agency);
});
afterAll(() => federation.stop());

const pageInfo = 'pageInfo { hasNextPage endCursor }';

/** The connections that a document asks for, one each; those with a `$first` are asked for a page of one. */
const connectionsOf = (own: string) => ({
  dossiers: `query ($after: Cursor) { ${own} { found: dossiers(first: 1, after: $after) {
    edges { cursor node { id } } nodes { id } ${pageInfo} } } }`,
  members: `query ($id: ID!, $after: Cursor) { ${own} { group(id: $id) { found: members(first: 1, after: $after) {
    edges { cursor node { rank dossier { id } } } nodes { rank dossier { id } } ${pageInfo} } } } }`,
  history: `query ($id: ID!, $after: Cursor) { suspect(id: $id) { ${own} { found: history(first: 1, after: $after) {
    edges { cursor node { version at by purpose case action } } nodes { version at by purpose case action } ${pageInfo} } } } }`,
  notices: `query ($after: Cursor) { ${own} { found: notices(first: 1, after: $after) {
    edges { cursor node { id agency kind } } nodes { id agency kind purposes from } ${pageInfo} } } }`,
  reads: `query ($after: Cursor) { ${own} { found: reads(first: 1, after: $after) {
    edges { cursor node { id } } nodes { id } ${pageInfo} } } }`,
  readsOfDossier: `query ($id: ID!, $after: Cursor) { suspect(id: $id) { ${own} { found: reads(first: 1, after: $after) {
    edges { cursor node { id } } nodes { id } ${pageInfo} } } } }`,
  links: `query ($after: Cursor) { ${own} { found: links(first: 1, after: $after) {
    edges { cursor node { agency dossier reference state } dossier { id } } nodes { agency dossier reference state } ${pageInfo} } } }`,
  releases: `query ($after: Cursor) { ${own} { found: releases(first: 1, after: $after) {
    edges { cursor node { id to state } dossier { id } } nodes { id to state } ${pageInfo} } } }`,
  suspensions: `query ($after: Cursor) { ${own} { found: suspensions(first: 1, after: $after) {
    edges { cursor node { id } } nodes { id } ${pageInfo} } } }`,
  requests: `query ($after: Cursor) { ${own} { found: requests(box: SENT, first: 1, after: $after) {
    edges { cursor node { id } } nodes { id } ${pageInfo} } } }`,
  budgets: `query ($after: Cursor) { ${own} { found: budgets(first: 1, after: $after) {
    edges { cursor node { id day scope } } nodes { id day scope } ${pageInfo} } } }`,
  waiting: `query ($after: Cursor) { ${own} { found: waiting(first: 1, after: $after) {
    edges { cursor node { id kind } } nodes { id kind } ${pageInfo} } } }`,
  sharedBy: `query ($id: ID!) { suspect(id: $id) { ${own} { infrastructure { id node { id
    dossiers(first: 1) { edges { cursor node { id } } nodes { id } ${pageInfo} } } } } } }`,
});
const searchDocument = `query ($criteria: SuspectCriteria!, $after: Cursor) {
  found: searchSuspects(criteria: $criteria, first: 1, after: $after) {
    edges { cursor node { matches { agency } } } nodes { matches { agency } } ${pageInfo} } }`;

interface Connection {
  edges: { cursor: string; node: object }[];
  nodes: object[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** The connection of that name somewhere in an answer. */
function connectionIn(data: unknown, name = 'found'): Connection | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  if (name in data) return (data as Record<string, Connection>)[name];
  for (const inner of Object.values(data)) {
    const found = connectionIn(inner, name);
    if (found) return found;
  }
  return undefined;
}

const linked = { BELARUS: linkedPerson.BELARUS, RUSSIA: linkedPerson.RUSSIA };
const criteria = { name: linkedPersonName, birthDate: '1989' };

/** Does what the lists of an agency tell of. */
async function fill(agency: (typeof demoAgencies)[number]): Promise<void> {
  const own = subgraphOf(agency);
  const suspend = `mutation ($input: SuspendOfficerInput!) { ${own} { suspendOfficer(input: $input) { __typename } } }`;
  for (const subject of ['first-officer', 'second-officer'])
    await federation.as(agency, 'OVERSEER')(suspend, { input: { subject, reason: 'Asked by the head' } });
  const supervisor = federation.as(agency, 'SUPERVISOR');
  const version = async (id: string) =>
    (
      await supervisor<{ suspect: Record<string, { version: number }> }>(
        `query ($id: ID!) { suspect(id: $id) { ${own} { version } } }`,
        { id },
      )
    ).data.suspect[own]?.version;
  const share = `mutation ($input: ProposeShareableInput!) { ${own} { proposeShareable(input: $input) { __typename } } }`;
  const release = `mutation ($input: ReleaseInput!) { ${own} { proposeRelease(input: $input) { __typename } } }`;
  const dossier = unlinkedPerson[agency];
  const liaison = federation.as(agency, 'LIAISON');
  await liaison(share, {
    input: { dossier, version: await version(dossier), reason: 'Works on both sides' },
  });
  const until = new Date(Date.now() + 20 * 86_400_000).toISOString();
  const asked = {
    to: otherThan(agency),
    classes: ['CONTACT'],
    purposes: ['INVESTIGATION'],
    until,
    reason: 'Asked for',
  };
  await liaison(release, { input: { dossier, version: await version(dossier), ...asked } });
  await federation.as(agency, 'INVESTIGATOR')(searchDocument, { criteria });
  const draft = `mutation ($input: DraftRequestInput!) { ${own} { draftRequest(input: $input) { __typename } } }`;
  const [article] = { BELARUS: ['209'], RUSSIA: ['159'] }[agency];
  for (const classes of [['IDENTITY'], ['CONTACT']])
    await federation.as(agency, 'INVESTIGATOR')(draft, {
      input: {
        to: otherThan(agency),
        subject: { dossier: unlinkedPerson[otherThan(agency)] },
        classes,
        urgency: 'OTHER',
        offence: article,
        necessity: 'Calls came from there',
      },
    });
}

/** Who reads each of them, and of which record. */
const readers = [
  ['dossiers', 'INVESTIGATOR', undefined],
  ['members', 'INVESTIGATOR', knownGroups],
  ['history', 'SUPERVISOR', linked],
  ['reads', 'OVERSEER', undefined],
  ['readsOfDossier', 'SUPERVISOR', linked],
  ['links', 'LIAISON', undefined],
  ['releases', 'SUPERVISOR', undefined],
  ['suspensions', 'OVERSEER', undefined],
  ['requests', 'SUPERVISOR', undefined],
  ['budgets', 'OVERSEER', undefined],
  ['waiting', 'SUPERVISOR', undefined],
] as const;

describe.each(demoAgencies)('each connection of %s', (agency) => {
  const documents = connectionsOf(subgraphOf(agency));

  test.each(readers)(
    '%s has the same on edges as among nodes, and goes on behind the cursor of an edge',
    async (name, role, records) => {
      const officer = federation.as(agency, role);
      const ask = async (after?: string) => {
        const { data, codes } = await officer(documents[name], {
          after,
          ...(records && { id: records[agency] }),
        });
        expect(codes).toEqual([]);
        const connection = connectionIn(data);
        if (!connection) throw new Error(`there are no ${name}`);
        return connection;
      };
      const { edges, nodes, pageInfo } = await ask();
      expect(nodes).toHaveLength(1);
      expect(edges.map(({ node }) => node)).toEqual(nodes);
      expect(edges.map(({ cursor }) => cursor)).toEqual([pageInfo.endCursor]);
      const next = await ask(edges[0]?.cursor);
      expect(next.nodes).toHaveLength(pageInfo.hasNextPage ? 1 : 0);
      expect(next.nodes).not.toEqual(nodes);
    },
  );

  test.each(readers.filter(([name]) => !['dossiers', 'members'].includes(name)))(
    '%s is withheld from a partner, with a receipt',
    async (name, _role, records) => {
      const partner = federation.as(agency, 'PARTNER');
      const { data, withheld } = await partner(documents[name], { ...(records && { id: records[agency] }) });
      expect(connectionIn(data) ?? null).toBeNull();
      expect(withheld).not.toEqual([]);
    },
  );

  test.each(['links', 'releases'] as const)(
    'of %s names on an edge the own dossier that it is about',
    async (name) => {
      const { data } = await federation.as(agency, 'SUPERVISOR')(documents[name]);
      const id = expect.stringMatching(agency === 'BELARUS' ? /^BY-/ : /^RU-/);
      expect(connectionIn(data)?.edges).toMatchObject([{ dossier: { id } }]);
    },
  );

  test('of notices has no edge before anything was told, and no cursor', async () => {
    const { data } = await federation.as(agency, 'LIAISON')(documents.notices);
    expect(connectionIn(data)).toEqual({
      edges: [],
      nodes: [],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
  });

  test('of those who share a thing has the same on edges as among nodes', async () => {
    const { data } = await federation.as(agency, 'INVESTIGATOR')(documents.sharedBy, { id: linked[agency] });
    const { edges, nodes } = connectionIn(data, 'dossiers') ?? { edges: [], nodes: [] };
    expect(nodes).toHaveLength(1);
    expect(edges.map(({ node }) => node)).toEqual(nodes);
    expect(edges[0]?.cursor).toEqual(expect.any(String));
  });
});

test('a search has the same on edges as among nodes, and goes on behind the cursor of an edge', async () => {
  const officer = federation.as('BELARUS', 'INVESTIGATOR');
  const ask = async (after?: string) =>
    connectionIn((await officer(searchDocument, { criteria, after })).data);
  const first = await ask();
  expect(first?.edges.map(({ node }) => node)).toEqual(first?.nodes);
  expect(first?.nodes).toMatchObject([{ matches: [{ agency: 'BELARUS' }, { agency: 'RUSSIA' }] }]);
  const next = await ask(first?.edges[0]?.cursor);
  expect(next?.nodes).not.toEqual(first?.nodes);
  // The two are sealed each for itself, and lead to the same.
  expect(next?.nodes).toEqual((await ask(first?.pageInfo.endCursor ?? undefined))?.nodes);
});
