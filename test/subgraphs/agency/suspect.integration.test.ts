import { belarus } from '../../../subgraphs/belarus/definition.ts';
import { knownToOne, linkedPerson } from '../../../workshop/demo-data/known/demo-ids.ts';
import { type AgencyInProcess, agencyInProcess } from '../../support/world/agency.ts';

const halves = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Suspect { belarus { id names { full } } } } }`;

/** Policy allows him every class of his agency’s dossiers, so nothing is read of them but what he asks. */
const supervisor = { roles: ['SUPERVISOR' as const] };

const suspects = (...ids: unknown[]) => ({ of: ids.map((id) => ({ __typename: 'Suspect', id })) });

describe('the half of a suspect', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus, { demo: 60 });
  });

  const idsOf = (data: unknown) =>
    (data as { _entities: { belarus: { id: string } | null }[] })._entities.map(
      (entity) => entity.belarus?.id ?? null,
    );

  test('is found by the own id with one read of the asked fields, and of the cases for the record of reads', async () => {
    const { result, finds } = await agency.run(halves, suspects(linkedPerson.BELARUS), supervisor);
    expect(result.errors).toBeUndefined();
    expect(idsOf(result.data)).toEqual([linkedPerson.BELARUS]);
    expect(finds).toEqual([
      expect.objectContaining({
        find: 'dossiers',
        filter: { _id: { $in: [linkedPerson.BELARUS] } },
        projection: { _id: 1, names: 1, cases: 1 },
      }),
    ]);
  });

  test('is read with its cases, where an officer may read a class of his own cases alone', async () => {
    const { finds } = await agency.run(halves, suspects(linkedPerson.BELARUS), { roles: ['INVESTIGATOR'] });
    expect(finds.map(({ projection }) => projection)).toEqual([{ _id: 1, names: 1, cases: 1 }]);
  });

  test('is found by the foreign id of a confirmed link with one read', async () => {
    const { result, finds } = await agency.run(halves, suspects(linkedPerson.RUSSIA));
    expect(idsOf(result.data)).toEqual([linkedPerson.BELARUS]);
    expect(finds.map((command) => command.find)).toEqual(['dossiers']);
  });

  test('of 50 suspects, own and foreign mixed, needs the same one read', async () => {
    const { BELARUS, RUSSIA } = agency.records;
    const foreign = RUSSIA.dossiers.filter(({ samePersonAs }) => samePersonAs).map(({ _id }) => _id);
    const alone = BELARUS.dossiers.filter(({ links }) => links.length === 0).map(({ _id }) => _id);
    const ids = [...foreign, ...alone].slice(0, 50);
    const { result, finds } = await agency.run(halves, suspects(...ids));
    expect(foreign.length).toBeGreaterThan(5);
    expect(idsOf(result.data).filter((id) => id !== null)).toHaveLength(50);
    expect(finds.map((command) => command.find)).toEqual(['dossiers']);
  });

  test('is null for a dossier of another agency that no confirmed link names', async () => {
    const unconfirmed = agency.records.BELARUS.dossiers
      .filter(({ samePersonAs }) => !samePersonAs)
      .flatMap(({ links }) => links.map(({ dossier }) => dossier));
    expect(unconfirmed.length).toBeGreaterThan(0);
    const { result } = await agency.run(halves, suspects(...unconfirmed));
    expect(idsOf(result.data)).toEqual(unconfirmed.map(() => null));
  });

  test('is null for an id that nobody has, and without an error', async () => {
    const { result } = await agency.run(halves, suspects('BY-0000000000', 'RU-0000000000'));
    expect(result).toEqual({ data: { _entities: [{ belarus: null }, { belarus: null }] } });
  });

  test('of what is no id at all, an operator object for one, is null and reads nothing', async () => {
    const { result, finds } = await agency.run(halves, suspects({ $gt: '' }, '', 7, null, ['BY-0000000000']));
    expect(idsOf(result.data)).toEqual([null, null, null, null, null]);
    expect(finds).toEqual([]);
  });

  test('reads nothing but the id and the cases for fields that are computed', async () => {
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) {
      ... on Suspect { belarus { id agency contactPoint suspect { id } } } } }`;
    const { result, finds } = await agency.run(query, suspects(knownToOne), supervisor);
    expect(result.data?._entities).toEqual([
      {
        belarus: {
          id: knownToOne,
          agency: 'BELARUS',
          contactPoint: belarus.contactPoint,
          suspect: { id: `S-${knownToOne}` },
        },
      },
    ]);
    expect(finds[0]?.projection).toEqual({ _id: 1, cases: 1 });
  });

  test('follows aliases, fragments and @include to the fields that are asked', async () => {
    const query = `query ($of: [_Any!]!, $yes: Boolean!, $no: Boolean!) { _entities(representations: $of) {
        ... on Suspect { a: belarus { ...F } } } }
      fragment F on Dossier { called: names { full } birth @skip(if: $yes) { date } roles @include(if: $no) { kind }
        ... on BelarusDossier { status @include(if: $yes) { stage } } }`;
    const { result, finds } = await agency.run(
      query,
      { ...suspects(knownToOne), yes: true, no: false },
      supervisor,
    );
    expect(result.errors).toBeUndefined();
    expect(finds[0]?.projection).toEqual({ _id: 1, names: 1, status: 1, cases: 1 });
  });
});
