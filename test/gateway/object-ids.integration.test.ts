import type { Asker } from '../support/composed/callers.ts';
import { type MarkedFederation, markedFederation } from '../support/composed/marked-federation.ts';
import { dossierIn } from '../support/marked/records.ts';
import { namedCase } from '../support/policy/states.ts';

const asking = (agency: Asker['agency'], ...roles: string[]): Asker => ({
  agency,
  roles,
  mandate: { purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT', case: namedCase },
});

const half = `__typename id names { __typename id } status { __typename id } roles { __typename id }
  instruments { __typename id node { __typename id dossiers(first: 2) { nodes { __typename id } } } }
  infrastructure { __typename id node { __typename id dossiers(first: 2) { nodes { __typename id } } } }
  memberships { __typename id group { __typename id } } releases { __typename id } suspect { __typename id }`;
const query = `query ($id: ID!) {
  suspect(id: $id) { __typename id belarus { ${half} } russia { ${half} } }
  belarus { dossiers(first: 20) { nodes { ${half} } } waiting(first: 100) { nodes { __typename id
    ... on WaitingGroup { group { __typename id } } ... on WaitingRelease { dossier { __typename id } release { __typename id } }
    ... on WaitingMessage { message { __typename id } } } } }
  russia { releasedDossiers(first: 20) { nodes { ${half} } } } }`;

interface Found {
  id: string;
  __typename: string;
  dossiers: string;
}

/** Every object of an answer that has an id, with the dossiers that stand in it. */
function objectsIn(value: unknown): Found[] {
  if (typeof value !== 'object' || value === null) return [];
  const { id, __typename, dossiers } = value as Record<string, unknown>;
  const inside = Object.values(value).flatMap(objectsIn);
  return typeof id === 'string' && typeof __typename === 'string'
    ? [{ id, __typename, dossiers: JSON.stringify(dossiers ?? null) }, ...inside]
    : inside;
}

describe('no two objects of an answer share an id', () => {
  let federation: MarkedFederation;
  const found: Found[] = [];
  beforeAll(async () => {
    federation = await markedFederation();
    // Both agencies know the same account and the same device.
    for (const { models } of Object.values(federation.databases))
      await models.dossiers.updateMany(
        {},
        { $set: { 'instruments.$[].node': 'NODE-BOTH', 'infrastructure.$[].node': 'NODE-BOTH' } },
      );
    for (const asker of [
      asking('BELARUS', 'INVESTIGATOR', 'SUPERVISOR'),
      asking('BELARUS', 'LIAISON', 'SUPERVISOR'),
    ]) {
      const variables = { id: dossierIn('BELARUS', 'linked, proposed') };
      const { body } = await federation.ask(asker, { query, variables });
      const { data, errors } = JSON.parse(body);
      expect(errors).toBeUndefined();
      found.push(...objectsIn(data));
    }
  });
  afterAll(() => federation.stop());

  test('of two types', () => {
    const types = new Map<string, Set<string>>();
    for (const { id, __typename } of found) types.set(id, (types.get(id) ?? new Set()).add(__typename));
    const shared = [...types].filter(([, names]) => names.size > 1);
    // A device and an account have one code here, as this test has made them so; the server makes it of the kind too.
    expect(shared.map(([, names]) => [...names].sort())).toEqual(
      shared.map(() => ['InfrastructureNode', 'InstrumentNode']),
    );
    const names = new Set([...types.values()].flatMap((each) => [...each]));
    for (const name of [
      'Suspect',
      'BelarusDossier',
      'RussiaDossier',
      'BelarusGroup',
      'BelarusRelease',
      'PersonName',
    ])
      expect(names).toContain(name);
    expect([...names].some((name) => name.startsWith('Waiting'))).toBe(true);
  });

  test('of two agencies: what both know is one object at each, with the dossiers of each', () => {
    const nodes = found.filter(({ __typename }) => __typename === 'InstrumentNode');
    const of = new Map<string, Set<string>>();
    for (const { id, dossiers } of nodes) of.set(id, (of.get(id) ?? new Set()).add(dossiers));
    expect([...of.keys()].sort()).toEqual(['BYN-NODE-BOTH', 'RUN-NODE-BOTH']);
    for (const held of of.values()) expect(held.size).toBe(1);
  });
});
