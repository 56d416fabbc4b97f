import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import { dossierOf, proposalOf, releaseOf } from '../../../../support/hand-made-dossiers.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../support/world/agency.ts';
import { caseOf } from '../../../../support/world/cases.ts';
import { holding, type WarningWorld, warningWorld } from '../../actions/indicators/support.ts';

/** The dossiers that the last entry on record names, by an officer whom the test has given a name of their own. */
async function lastRead({ models }: Pick<AgencyInProcess, 'models'>, by: string): Promise<string[]> {
  const parts = await models.reads.find({ by }).sort({ _id: -1 }).lean();
  return [...new Set(parts.flatMap(({ dossiers }) => dossiers))].sort();
}

describe('the record of reads names dossiers that the viewer was told of alone', () => {
  let world: WarningWorld;
  const { provenance } = dossierOf('BY-A000000001').status;
  const phone = [
    {
      id: 'V000000000PH0',
      kind: 'PHONE' as const,
      value: '+375291112233',
      use: 'OFFENDER' as const,
      provenance,
    },
  ];
  const ofTheCase = 'BY-A000000000000R1';
  const ofAnotherCase = 'BY-A000000000000R2';
  beforeAll(async () => {
    world = await warningWorld();
    await world.record(
      'BELARUS',
      holding(ofTheCase, [], { contacts: phone }),
      holding(ofAnotherCase, [], { contacts: phone, cases: ['BY-2026-000002'] }),
    );
    await world.record('RUSSIA', holding('RU-A000000000000R1', [], { contacts: phone }));
    await world.rounds();
  });
  afterAll(() => world.stop());

  /** What a LIAISON, who lists the alerts of all cases, is told for DETECTION: CONTACT of the mandate's case alone. */
  async function told(name: string, number: string, selection: string) {
    const { data } = await world
      .as('BELARUS', 'LIAISON')
      .called(name)
      .for('DETECTION', number)
      .run(`{ belarus { alerts(first: 100) { nodes { id ${selection} } } } }`);
    const { nodes } = data.belarus.alerts as { nodes: { dossiers?: { id: string }[] }[] };
    return {
      alerts: nodes.length,
      dossiers: nodes.flatMap(({ dossiers = [] }) => dossiers.map(({ id }) => id)),
    };
  }

  test('of alerts: those whose identifiers they may read', async () => {
    expect(await told('one', caseOf.BELARUS, 'dossiers { id }')).toEqual({
      alerts: 2,
      dossiers: [ofTheCase],
    });
    expect(await lastRead(world.of.BELARUS, 'one')).toEqual([ofTheCase]);
    expect(await told('none', 'BY-2026-000009', 'dossiers { id }')).toEqual({ alerts: 2, dossiers: [] });
    expect(await lastRead(world.of.BELARUS, 'none')).toEqual([]);
  });

  test('of alerts whose dossiers nobody asks for: none', async () => {
    await told('asking less', caseOf.BELARUS, 'kind');
    expect(await lastRead(world.of.BELARUS, 'asking less')).toEqual([]);
  });
});

describe('the record of reads, of a release that is asked for by its id,', () => {
  let agency: AgencyInProcess;
  const dossier = 'BY-A000000001';
  beforeAll(async () => {
    agency = await agencyInProcess(belarus, {
      dossiers: [
        dossierOf(dossier, {
          handlingCode: 'SHAREABLE',
          releases: [proposalOf({ id: 'V0PR0P0SED00' }), releaseOf({ id: 'V0GRANTED000' })],
        }),
      ],
    });
  });

  const ask = async (name: string, release: string) => {
    const { data } = await agency
      .as('RUSSIA', 'INVESTIGATOR')
      .called(name)
      .run(`query ($of: [_Any!]!) { _entities(representations: $of) { ... on BelarusRelease { id } } }`, {
        of: [{ __typename: 'BelarusRelease', node: `R-${dossier}-${release}` }],
      });
    return [data._entities[0]?.id ?? null, await lastRead(agency, name)];
  };

  test('names its dossier where the viewer is told of the release, and not where it is only proposed', async () => {
    expect(await ask('given', 'V0GRANTED000')).toEqual([`R-${dossier}-V0GRANTED000`, [dossier]]);
    expect(await ask('not given', 'V0PR0P0SED00')).toEqual([null, []]);
  });
});
