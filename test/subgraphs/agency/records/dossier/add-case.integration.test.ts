import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import { dossierOf } from '../../../../support/hand-made-dossiers.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../support/world/agency.ts';

const first = 'BY-2026-000001';
const second = 'BY-2026-000777';
const dossier = 'BY-ADDC0CASE001';

let agency: AgencyInProcess;
beforeAll(async () => {
  agency = await agencyInProcess(belarus, { dossiers: [dossierOf(dossier, { cases: [first] })] });
});

const officer = (role: 'SUPERVISOR' | 'INVESTIGATOR', number: string) =>
  agency.as('BELARUS', role).for('INVESTIGATION', number);

async function add(number: string, by = officer('SUPERVISOR', first), reason = 'One call centre') {
  const { data, codes } = await by.run(
    `mutation ($input: AddCaseInput!) { belarus { addCase(input: $input) {
      __typename ... on InvalidInput { problems { path code } } } } }`,
    { input: { dossier, version: (await stored())?.version, case: number, reason } },
  );
  return { codes, ...data?.belarus?.addCase };
}
const stored = () => agency.models.dossiers.findById(dossier).lean();
const contests = async () => {
  const value = dossierOf(dossier).names[0]?.id;
  const { codes } = await officer('INVESTIGATOR', second).run(
    'mutation ($input: ValueInput!) { belarus { uncontestValue(input: $input) { __typename } } }',
    { input: { dossier, version: (await stored())?.version, value, reason: 'Settled' } },
  );
  return codes;
};

test('a case is added by a supervisor of the dossier alone, never one of another agency or one twice; its officers then work on it', async () => {
  const before = await stored();
  expect((await add(second, officer('INVESTIGATOR', first))).codes).toEqual(['FORBIDDEN']);
  expect((await add(second, officer('SUPERVISOR', second))).codes).toEqual(['FORBIDDEN']);
  expect((await add('RU-2026-000001')).problems).toEqual([{ path: 'case', code: 'CASE_OF_ANOTHER_AGENCY' }]);
  expect((await add('of ours')).codes).toEqual(['BAD_USER_INPUT']);
  expect(await contests()).toEqual(['FORBIDDEN']);
  expect(await stored()).toEqual(before);

  expect(await add(second)).toMatchObject({ __typename: 'BelarusRecordedDossier' });
  expect((await stored())?.cases).toEqual([first, second]);
  expect((await add(second)).problems).toEqual([{ path: 'case', code: 'CASE_NAMED' }]);
  expect(await contests()).toEqual([]);
});

test('a case is added with a reason, to which the rule of every step’s reason applies', async () => {
  const before = await stored();
  const refused = async (reason: string) =>
    (await add('BY-2026-000778', officer('SUPERVISOR', first), reason)).problems;
  expect(await refused(' \u00a0 ')).toEqual([{ path: 'reason', code: 'MISSING' }]);
  expect(await refused('x'.repeat(501))).toEqual([{ path: 'reason', code: 'TOO_LONG' }]);
  expect(await refused('One call\u0000centre')).toEqual([{ path: 'reason', code: 'CONTROL_CHARACTER' }]);
  expect(await stored()).toEqual(before);
});

test('the case that was added stands in the history, for whoever reads CASE', async () => {
  const { data } = await officer('SUPERVISOR', second).run(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Suspect { belarus { history {
      nodes { action changes { field after { text } reason } } } } } } }`,
    { of: [{ __typename: 'Suspect', id: dossier }] },
  );
  expect(data._entities[0].belarus.history.nodes).toContainEqual({
    action: 'ADD_CASE',
    changes: [{ field: 'CASES', after: [{ text: second }], reason: 'One call centre' }],
  });
});
