import { belarus } from '../../../../subgraphs/belarus/definition.ts';
import { dossierOf, proposalOf, releaseOf } from '../../../support/hand-made-dossiers.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../support/world/agency.ts';
import type { Officer } from '../../../support/world/officer.ts';
import { read } from '../records/dossier/releases/support.ts';

const provenance = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' };
const shown = dossierOf('BY-C000000001', { handlingCode: 'SHAREABLE', cases: ['BY-2026-000001'] });
const cleared = (_id: string, handlingCode: 'SHAREABLE' | 'ON_RELEASE') =>
  dossierOf(_id, { handlingCode, releases: [releaseOf()], status: { ...shown.status, stage: 'ACQUITTED' } });
const proposed = dossierOf('BY-C000000004', {
  handlingCode: 'SHAREABLE',
  releases: [releaseOf({ id: 'VOTHERCASE', case: 'RU-2026-000009' }), proposalOf({ id: 'VPROPOSED' })],
});

const dossiers = [
  shown,
  cleared('BY-C000000002', 'SHAREABLE'),
  cleared('BY-C000000003', 'ON_RELEASE'),
  proposed,
];

const amend = `mutation ($input: AmendDossierInput!) { belarus { amendDossier(input: $input) {
  __typename ... on InvalidInput { problems { path code } } } } }`;
const contest = `mutation ($input: ValueInput!) { belarus { contestValue(input: $input) { __typename } } }`;
const change = `mutation ($input: HandlingCodeInput!) { belarus { changeHandlingCode(input: $input) {
  __typename ... on InvalidInput { problems { code } } } } }`;
const group = `mutation ($input: AmendGroupInput!) { belarus { amendGroup(input: $input) { __typename } } }`;

describe('what an officer may not read', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus, { dossiers });
  });

  const investigator = () => agency.as('BELARUS', 'INVESTIGATOR');
  const target = { dossier: shown._id, version: 1 };
  const tooYoung = { birth: { date: '2012-01-01', provenance } };

  test('is not told to him by what is wrong with an amendment, and is to who may read it', async () => {
    const blind = await investigator()
      .for('PREVENTION')
      .run(amend, { input: { ...target, add: tooYoung } });
    expect(blind.codes).toEqual(['FORBIDDEN']);
    expect(JSON.stringify(blind.errors)).not.toMatch(/article|punished|209|212/i);
    const { data } = await investigator().run(amend, { input: { ...target, add: tooYoung } });
    expect(data.belarus.amendDossier.problems.map(({ code }: { code: string }) => code)).toContain(
      'TOO_YOUNG',
    );
  });

  test('is not marked by him, and is by who may read it', async () => {
    const input = { ...target, value: shown.harms[0]?.id, reason: 'the bank says otherwise' };
    const without = investigator().for('SOLVING', 'BY-2026-000099');
    expect((await without.run(contest, { input })).codes).toEqual(['FORBIDDEN']);
    expect((await investigator().run(contest, { input })).codes).toEqual([]);
  });

  test('is not told to him by the version that the dossier has come to, and is to who may read it', async () => {
    const input = { ...target, version: 99, value: shown.harms[0]?.id, reason: 'the bank says otherwise' };
    const without = investigator().for('SOLVING', 'BY-2026-000099');
    expect((await without.run(contest, { input })).codes).toEqual(['FORBIDDEN']);
    const { data } = await investigator().run(contest, { input });
    expect(data.belarus.contestValue.__typename).toBe('StaleVersion');
  });

  test('is not told to him of a group by whether it can be amended', async () => {
    const input = {
      group: 'BYG-0000000000000000',
      version: 1,
      kind: 'CALL_CENTRE',
      name: 'Office',
      provenance,
    };
    expect((await investigator().for('PREVENTION').run(group, { input })).codes).toEqual(['FORBIDDEN']);
    expect((await investigator().run(group, { input })).data.belarus.amendGroup.__typename).toBe(
      'UnknownRecord',
    );
  });
});

describe('abroad', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus, { dossiers });
  });

  const foreign = () => agency.as('RUSSIA', 'INVESTIGATOR');
  const list = async (officer: Officer, field: string) => {
    const { data } = await officer.run(`{ belarus { ${field} { nodes { id } } } }`);
    return data.belarus[field].nodes.map(({ id }: { id: string }) => id);
  };

  test('a person who was cleared is shown no more, whatever was given of him', async () => {
    for (const id of ['BY-C000000002', 'BY-C000000003']) expect((await read(foreign(), id)).half).toBeNull();
    expect(await list(foreign(), 'releasedDossiers')).not.toContain('BY-C000000002');
    expect((await read(agency.as('BELARUS', 'INVESTIGATOR'), 'BY-C000000002')).half).not.toBeNull();
  });

  test('and nobody makes him visible again by another handling code', async () => {
    const input = { dossier: 'BY-C000000003', version: 1, handlingCode: 'SHAREABLE', reason: 'asked' };
    const { data } = await agency.as('BELARUS', 'SUPERVISOR').run(change, { input });
    expect(data.belarus.changeHandlingCode).toMatchObject({ problems: [{ code: 'DOSSIER_CLOSED' }] });
  });

  test('a release tells the number of a case to who works on it, and to the owner’s officers', async () => {
    const caseOf = async (officer: Officer) =>
      (await read(officer, proposed._id, 'releases { id case }')).half.releases;
    expect(await caseOf(foreign())).toEqual([{ id: `R-${proposed._id}-VOTHERCASE`, case: null }]);
    expect(await caseOf(foreign().for('INVESTIGATION', 'RU-2026-000009'))).toEqual([
      { id: `R-${proposed._id}-VOTHERCASE`, case: 'RU-2026-000009' },
    ]);
    expect(await caseOf(agency.as('BELARUS', 'LIAISON'))).toHaveLength(2);
  });
});

test('a proposal is for those who decide on it, and for no partner of the owner', async () => {
  const agency = await agencyInProcess(belarus, {
    dossiers: [dossierOf('BY-C000000005', { releases: [proposalOf()] })],
  });
  const list = async (officer: Officer) => {
    const { data } = await officer.run('{ belarus { releasedDossiers { nodes { releases { id } } } } }');
    return data.belarus.releasedDossiers.nodes;
  };
  expect(await list(agency.as('BELARUS', 'PARTNER').for('PREVENTION'))).toEqual([]);
  expect(await list(agency.as('BELARUS', 'LIAISON'))).toHaveLength(1);
  await agency.stop();
});
