import type { AgencyDefinition } from '../../subgraphs/agency/permissions/agency-definition.ts';
import { belarus } from '../../subgraphs/belarus/definition.ts';
import { russia } from '../../subgraphs/russia/definition.ts';
import { decodeAnswer, encodeQuestion } from '../../terms/search-exchange.ts';
import { dossierOf } from '../support/hand-made-dossiers.ts';
import { type AgencyInProcess, agencyInProcess } from '../support/world/agency.ts';
import type { Officer } from '../support/world/officer.ts';

const [ofCase, ofOther] = ['BY-A000000001', 'BY-A000000002'] as const;
const { provenance } = dossierOf('BY-0000000000').status;
const phone = (id: string, value: string) => ({
  contacts: [{ id, kind: 'PHONE' as const, value, provenance }],
});
const dossiers = [
  dossierOf(ofCase, { cases: ['BY-2026-000001'], ...phone('V1', '+375290000001') }),
  dossierOf(ofOther, { cases: ['BY-2026-000099'], ...phone('V2', '+375290000002') }),
];
const demanding: AgencyDefinition = { ...belarus, policy: { ...belarus.policy, demandsReason: true } };
const reason = 'Check of report 17';
const profile = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Suspect { belarus {
  id names { full } contacts { value } status { stage } plannedMeasures { kind } } } } }`;

async function halves(officer: Officer) {
  const of = [ofCase, ofOther].map((id) => ({ __typename: 'Suspect', id }));
  const { data, codes, redactions } = await officer.run(profile, { of });
  return {
    codes,
    halves: data._entities.map(({ belarus: half }: { belarus: object }) => half),
    receipts: redactions.map(({ coordinate, reason: why, records }) => [coordinate, why, records]),
  };
}

async function found(officer: Officer, number: string): Promise<string[]> {
  const question = encodeQuestion({ criteria: { phone: number } });
  const { data } = await officer.run(
    'query ($of: [_Any!]!) { _entities(representations: $of) { ... on BelarusSearch { matches } } }',
    { of: [{ __typename: 'BelarusSearch', question }] },
  );
  const { matches } = decodeAnswer(data._entities[0].matches);
  return matches.flatMap((match) => ('dossier' in match ? [match.dossier] : []));
}

test('neither agency demands reasons until its order says so', () => {
  expect([belarus, russia].map(({ policy }) => policy.demandsReason)).toEqual([false, false]);
});

describe('an agency that demands no reason', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus, { dossiers });
  });

  test('shows the same with one and without', async () => {
    const officer = agency.as('BELARUS', 'SUPERVISOR');
    const without = await halves(officer);
    expect(without.receipts).toEqual([]);
    expect(await halves(officer.saying(reason))).toEqual(without);
  });
});

describe('an agency that demands reasons', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(demanding, { dossiers });
  });
  const supervisor = () => agency.as('BELARUS', 'SUPERVISOR');

  test('withholds what is above IDENTITY of a dossier of another case, says why, and answers the rest', async () => {
    const answer = await halves(supervisor());
    expect(answer.codes).toEqual([]);
    expect(answer.halves).toMatchObject([
      { id: ofCase, contacts: [{ value: '+375290000001' }], status: { stage: 'ACCUSED' } },
      { id: ofOther, names: expect.any(Array), contacts: null, status: null, plannedMeasures: null },
    ]);
    expect(answer.receipts).toEqual([
      ['BelarusDossier.contacts', 'REASON_NEEDED', [ofOther]],
      ['BelarusDossier.plannedMeasures', 'REASON_NEEDED', [ofOther]],
      ['BelarusDossier.status', 'REASON_NEEDED', [ofOther]],
    ]);
  });

  test('shows it with a reason', async () => {
    const answer = await halves(supervisor().saying(reason));
    expect(answer.halves[1]).toMatchObject({
      contacts: [{ value: '+375290000002' }],
      status: { stage: 'ACCUSED' },
    });
    expect(answer.receipts).toEqual([]);
  });

  test('says in the receipt what can be done', async () => {
    const { redactions } = await supervisor().run(profile, { of: [{ __typename: 'Suspect', id: ofOther }] });
    expect(redactions[0]).toMatchObject({
      advice: { code: 'GIVE_REASON' },
      remedy: expect.stringContaining('concord-reason'),
    });
  });

  test('opens no more by a reason than its table does', async () => {
    const analyst = agency.as('BELARUS', 'ANALYST').for('DETECTION', 'BY-2026-000001').saying(reason);
    const { receipts } = await halves(analyst);
    expect(receipts).toEqual([
      ['BelarusDossier.plannedMeasures', 'ROLE', null],
      ['BelarusDossier.contacts', 'CASE', [ofOther]],
      ['BelarusDossier.status', 'CASE', [ofOther]],
    ]);
  });

  test('has a list whole without a reason, with nulls in it and no error', async () => {
    const { data, codes } = await supervisor().run(
      '{ belarus { dossiers { nodes { id names { full } contacts { value } } } } }',
    );
    expect(codes).toEqual([]);
    expect(data.belarus.dossiers.nodes).toMatchObject([
      { id: ofCase, contacts: [{ value: '+375290000001' }] },
      { id: ofOther, names: expect.any(Array), contacts: null },
    ]);
  });

  test('finds no dossier of another case by what a reason would open, and finds it with one', async () => {
    expect(await found(supervisor(), '+375290000001')).toContain(ofCase);
    expect(await found(supervisor(), '+375290000002')).not.toContain(ofOther);
    expect(await found(supervisor().saying(reason), '+375290000002')).toContain(ofOther);
  });

  test('leaves another agency’s viewers to its releases, whatever they say', async () => {
    const foreign = agency.as('RUSSIA', 'INVESTIGATOR');
    expect(await halves(foreign.saying(reason))).toEqual(await halves(foreign));
  });

  test('tells beforehand that the dossier decides, by its case or a reason', async () => {
    const seen = async (officer: Officer) => {
      const document = '{ suspect(id: "BY-A000000001") { belarus { names { full } contacts { value } } } }';
      const question = Buffer.from(JSON.stringify({ document, operationName: null, as: {} })).toString(
        'base64url',
      );
      const { data } = await officer.run(
        'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Visibility { belarus { coordinate verdict advice { code } } } } }',
        { of: [{ __typename: 'Visibility', question }] },
      );
      const told: { coordinate: string }[] = data._entities[0].belarus;
      return told.filter(({ coordinate }) => /\.(names|contacts)$/.test(coordinate));
    };
    expect(await seen(supervisor())).toEqual([
      { coordinate: 'BelarusDossier.names', verdict: 'ALLOW', advice: null },
      {
        coordinate: 'BelarusDossier.contacts',
        verdict: 'BY_RECORD',
        advice: { code: 'DOSSIER_BY_CASE_OR_REASON' },
      },
    ]);
    expect(await seen(supervisor().saying(reason))).toMatchObject([
      { verdict: 'ALLOW' },
      { verdict: 'ALLOW' },
    ]);
  });

  test('refuses a step on what cannot be read without a reason, and takes it with one', async () => {
    const investigator = agency.as('BELARUS', 'INVESTIGATOR');
    const contest = `mutation { belarus { contestValue(input: { dossier: "${ofOther}", version: 1, value: "V2", reason: "Doubt" }) {
      __typename } } }`;
    const { codes } = await investigator.run(contest);
    expect(codes).toEqual(['FORBIDDEN']);
    const { data } = await investigator.saying(reason).run(contest);
    expect(data.belarus.contestValue.__typename).toBe('BelarusRecordedDossier');
  });
});
