import { belarus } from '../../../subgraphs/belarus/definition.ts';
import { dossierOf } from '../../support/hand-made-dossiers.ts';
import { type AgencyInProcess, agencyInProcess } from '../../support/world/agency.ts';

const [known] = dossierOf('BY-0000000000').infrastructure;
if (!known) throw new Error('the dossier has no infrastructure');
const means = Array.from({ length: 200 }, (_none, n) => ({
  ...known,
  id: `V${n}`,
  node: `N${String(n).padStart(20, '0')}`,
}));
const planted = Array.from({ length: 6 }, (_none, n) =>
  dossierOf(`BY-P1ANTED00${n}`, { infrastructure: means }),
);

/** The means of so many dossiers for each of the 200 means of one. */
const around = (first: number) =>
  `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Suspect { belarus {
    infrastructure { node { dossiers(first: ${first}) { nodes { infrastructure { id } } } } } } } } }`;
const of = { of: [{ __typename: 'Suspect', id: planted[0]?._id }] };

type Answered = {
  _entities: {
    belarus: { infrastructure: { node: { dossiers: { nodes: { infrastructure: unknown[] }[] } } }[] };
  }[];
};

describe('dossiers that share 200 means', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus, { demo: 20 });
    await agency.connection.collection('dossiers').insertMany(planted as never[]);
  });

  const recorded = () => agency.connection.collection('reads').countDocuments({});

  test('are answered up to 50,000 objects', async () => {
    const before = await recorded();
    const { result } = await agency.run(around(1), of);
    expect(result.errors).toBeUndefined();
    const [person] = (result.data as Answered)._entities;
    const lists = person?.belarus.infrastructure.flatMap(({ node }) => node.dossiers.nodes) ?? [];
    expect(lists.map(({ infrastructure }) => infrastructure.length)).toEqual(Array(200).fill(200));
    expect(await recorded()).toBe(before + 1);
  });

  test('are refused beyond, with nothing answered and so nothing recorded as read', async () => {
    const before = await recorded();
    const { result } = await agency.run(around(6), of);
    expect(result.data).toBeNull();
    expect(result.errors?.map(({ extensions }) => extensions)).toEqual([
      { code: 'QUERY_TOO_LARGE', agency: 'BELARUS' },
    ]);
    expect(await recorded()).toBe(before);
  });

  test('keep nobody else waiting: whoever asks for little is answered before others of them', async () => {
    const order: string[] = [];
    const ask = async (name: string, document: string) => {
      const { result } = await agency.run(document, of);
      order.push(`${name} ${result.errors ? 'refused' : 'answered'}`);
    };
    const names =
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Suspect { belarus { names { full } } } } }';
    const heavy = [1, 1, 1, 6].map((first) => ask('heavy', around(first)));
    await Promise.all([...heavy, ask('light', names)]);
    // A quick machine may have one of them beside it.
    expect(order.indexOf('light answered')).toBeLessThan(2);
    expect(order.filter((each) => each.startsWith('heavy')).sort()).toEqual([
      'heavy answered',
      'heavy answered',
      'heavy answered',
      'heavy refused',
    ]);
  });
});
