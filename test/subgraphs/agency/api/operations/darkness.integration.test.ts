import type { Role } from '../../../../../terms/enums.ts';
import { alertAt } from '../../../../actions/sample-records.ts';
import type { Officer } from '../../../../support/world/officer.ts';
import type { Side } from '../../../../support/world/sides.ts';
import { type OperatingAgencies, operatingAgencies, read } from './support.ts';

let world: OperatingAgencies;
let operation: string;
beforeAll(async () => {
  world = await operatingAgencies();
  operation = await world.agreed();
});

const unknown = 'BYO-N0NE000000000001';

/** All that an agency answers an officer about an operation, with the receipts. */
async function answersAbout(officer: Officer, side: Side, id: string): Promise<string> {
  const own = side.toLowerCase();
  const prefix = side === 'BELARUS' ? 'Belarus' : 'Russia';
  const asked = await officer.run(
    `query ($id: ID!, $of: [_Any!]!) {
      ${own} { operation(id: $id) { id } operations { nodes { id } } waiting { nodes { kind } } notices { nodes { kind } } }
      _entities(representations: $of) { ... on JointOperation { ${own} { state name members { officer } } } } }`,
    { id, of: [{ __typename: 'JointOperation', id }] },
  );
  const step = await officer.run(
    `mutation ($id: ID!) { ${own} { suspendOperation(input: { operation: $id }) { __typename ... on UnknownRecord { message } } } }`,
    { id },
  );
  const told = [asked, step].map(({ data, codes, redactions }) => ({ data, codes, redactions }));
  return JSON.stringify({ told, prefix }).replaceAll(id, 'ID');
}

describe('to whoever is no member there is no operation', () => {
  const officers: [string, Side, Role, string, string][] = [
    ['an investigator of its case', 'BELARUS', 'INVESTIGATOR', 'another', 'BY-2026-000001'],
    ['an analyst of its case', 'BELARUS', 'ANALYST', 'another', 'BY-2026-000001'],
    ['a liaison officer, once it is agreed on', 'BELARUS', 'LIAISON', 'another', 'BY-2026-000001'],
    ['a supervisor of another case', 'BELARUS', 'SUPERVISOR', 'another', 'BY-2026-000002'],
    ['a member who has lost the role', 'BELARUS', 'ANALYST', 'BELARUS lead', 'BY-2026-000001'],
    ['an overseer', 'BELARUS', 'OVERSEER', 'BELARUS lead', 'BY-2026-000001'],
    ['a partner', 'BELARUS', 'PARTNER', 'BELARUS lead', 'BY-2026-000001'],
    [
      'a member of the other agency who has the name of one of this',
      'RUSSIA',
      'INVESTIGATOR',
      'BELARUS lead',
      'RU-2026-000001',
    ],
  ];
  test.each(officers)('%s', async (_who, side, role, called, number) => {
    const officer = world.officer(side, role, called, number);
    expect(await answersAbout(officer, side, operation)).toBe(await answersAbout(officer, side, unknown));
    expect(await read(officer, side, operation)).toBeUndefined();
  });

  test('a member of the other agency, at this one', async () => {
    const russian = (id: string) =>
      world.BELARUS.as('RUSSIA', 'INVESTIGATOR')
        .called('RUSSIA lead')
        .at(world.now)
        .run(
          `query ($of: [_Any!]!) { _entities(representations: $of) { ... on JointOperation { id belarus { state } } } }`,
          { of: [{ __typename: 'JointOperation', id }] },
        )
        .then(({ data, codes, redactions }) =>
          JSON.stringify({ data, codes, redactions }).replaceAll(id, 'ID'),
        );
    expect(await russian(operation)).toBe(await russian(unknown));
    expect(await russian(operation)).toContain('"belarus":null');
  });
});

test('members, and supervisors of its case, read it and list it, and that they do goes on record', async () => {
  const lead = world.belarus.lead();
  expect(await read(lead, 'BELARUS', operation)).toMatchObject({ state: 'ACTIVE' });
  expect(await world.listed(lead, 'BELARUS')).toEqual([operation]);
  expect(await world.listed(world.belarus.head(), 'BELARUS')).toEqual([operation]);
  expect(await world.listed(world.belarus.head(), 'BELARUS', '(states: [ENDED])')).toEqual([]);
  const entries = await world.BELARUS.models.reads.find({ by: 'BELARUS lead' }).lean();
  expect(entries.at(-1)?.operations).toEqual([operation]);
});

test('an alert of which an operation was made tells that to those who know of it', async () => {
  const alerted = await operatingAgencies();
  const id = await alerted.agreed();
  const at = alerted.now;
  const record = alertAt('BYA-0PERAT10N0000001', true);
  const acted = { by: 'BELARUS lead', at, means: 'OPERATION' as const, named: id };
  await alerted.BELARUS.models.alerts.create({ ...record, alert: { ...record.alert, acted } });
  const told = async (officer: Officer) => {
    const { data } = await officer.run(
      `{ belarus { alert(id: "BYA-0PERAT10N0000001") { state means named } } }`,
    );
    return data.belarus.alert;
  };
  expect(await told(alerted.belarus.lead())).toMatchObject({ means: 'OPERATION', named: id });
  expect(await told(alerted.officer('BELARUS', 'INVESTIGATOR', 'another'))).toMatchObject({
    means: null,
    named: null,
  });
});
