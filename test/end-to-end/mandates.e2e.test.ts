import type { Caller } from '../support/end-to-end/callers.ts';
import { alone, linked } from '../support/end-to-end/demo.ts';
import { tracesOfTheInside } from '../support/end-to-end/inside.ts';
import { sharedStack } from '../support/end-to-end/shared-stack.ts';

const { as } = sharedStack();
const officer = as('belarus', 'investigator');

const record = `{ suspect(id: "${linked.belarus}") { belarus { id } russia { id } } }`;
const found = { data: { suspect: { belarus: { id: linked.belarus }, russia: { id: linked.russia } } } };

const accepted: [string, Caller][] = [
  ['to investigate a case', officer.for('INVESTIGATION', 'BY-2026-000001')],
  ['to solve a case of the other agency', officer.for('SOLVING', 'RU-2026-000001')],
  ['to detect, within no case yet', officer.for('DETECTION')],
  ['to prevent, within a case', officer.for('PREVENTION', 'BY-2026-000001')],
  [
    'under a convention',
    officer.for('INVESTIGATION', 'BY-2026-000001').under('CIS_CYBERCRIME_AGREEMENT_2018'),
  ],
];

const investigating = officer.for('INVESTIGATION', 'BY-2026-000001');

const refused: [string, Caller, string[]][] = [
  ['that is missing', officer, ['concord-purpose', 'concord-legal-basis']],
  ['without a purpose', investigating.without('concord-purpose'), ['concord-purpose']],
  ['with an unknown purpose', officer.for('CURIOSITY', 'BY-2026-000001'), ['concord-purpose']],
  ['with a purpose in lower case', officer.for('investigation', 'BY-2026-000001'), ['concord-purpose']],
  ['with two purposes', officer.for('DETECTION, SOLVING'), ['concord-purpose']],
  ['without a legal basis', investigating.without('concord-legal-basis'), ['concord-legal-basis']],
  ['with an unknown legal basis', investigating.under('BECAUSE_I_SAY_SO'), ['concord-legal-basis']],
  ['to investigate without a case', officer.for('INVESTIGATION'), ['concord-case']],
  ['to solve without a case', officer.for('SOLVING'), ['concord-case']],
  ['with a case that is none', officer.for('INVESTIGATION', '42'), ['concord-case']],
  ['with an operator for a case', officer.for('INVESTIGATION', '{"$gt":""}'), ['concord-case']],
  ['with a case of no agency', officer.for('DETECTION', 'XX-2026-000001'), ['concord-case']],
  [
    'with nothing right',
    officer.for('x', 'x').under('x'),
    ['concord-purpose', 'concord-legal-basis', 'concord-case'],
  ],
];

describe('national law', () => {
  const under = (legalBasis: string) => investigating.under(legalBasis).query(record);

  test('opens an agency’s own dossiers and nothing of the other’s, which is told', async () => {
    const { status, body } = await under('NATIONAL_LAW');
    expect(status).toBe(200);
    expect(body.data).toEqual({ suspect: { belarus: { id: linked.belarus }, russia: null } });
    expect(body.extensions?.redactions).toEqual([
      {
        coordinate: 'Suspect.russia',
        class: 'OPEN',
        owner: 'RUSSIA',
        reason: 'LEGAL_BASIS',
        records: null,
        remedy: expect.stringContaining('NATIONAL_LAW'),
        advice: { code: 'NAME_AGREEMENT' },
      },
    ]);
  });

  test('says the same of somebody whom the other agency does not know', async () => {
    const { body } = await investigating
      .under('NATIONAL_LAW')
      .query(`{ suspect(id: "${alone}") { belarus { id } russia { id } } }`);
    expect(body).toEqual({
      data: { suspect: { belarus: { id: alone }, russia: null } },
      extensions: (await under('NATIONAL_LAW')).body.extensions,
    });
  });

  test('is told from an agreement, under which nothing is withheld', async () => {
    expect((await under('COOPERATION_AGREEMENT')).body).toEqual(found);
  });
});

describe('a case', () => {
  const working = (cases: string[]) =>
    as('belarus', 'investigator', { cases }).for('INVESTIGATION', 'BY-2026-000002').query(record);

  test('that is assigned to the officer is accepted', async () => {
    const { status, body } = await working(['BY-2026-000002']);
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ suspect: { belarus: { id: linked.belarus } } });
  });

  test.each([[[]], [['BY-2026-000001']]])('that is not is refused, to one who has %j', async (cases) => {
    const { status, codes, body, text } = await working(cases);
    expect({ status, codes }).toEqual({ status: 403, codes: ['CASE_NOT_ASSIGNED'] });
    expect(body.data ?? null).toBeNull();
    expect(body.errors?.[0]?.message).toContain('concord-case');
    expect(text).not.toContain('BY-2026');
    expect(tracesOfTheInside(text)).toEqual([]);
  });

  test('is not asked for where a purpose needs none', async () => {
    const { body } = await as('belarus', 'investigator', { cases: [] }).for('DETECTION').query(record);
    expect(body).toEqual(found);
  });
});

describe('a mandate', () => {
  test.each(accepted)('%s is accepted', async (_name, caller) => {
    const { status, body } = await caller.query(record);
    expect(status).toBe(200);
    expect(body).toEqual(found);
  });

  test.each(refused)('%s is refused, and its headers are named', async (_name, caller, named) => {
    const { status, codes, body, text } = await caller.query(record);
    expect({ status, codes }).toEqual({ status: 400, codes: ['MANDATE_INVALID'] });
    expect(body.data ?? null).toBeNull();
    const message = body.errors?.[0]?.message ?? '';
    const headers = ['concord-purpose', 'concord-legal-basis', 'concord-case'];
    expect(headers.filter((header) => message.includes(header))).toEqual(named);
    expect(message).not.toMatch(/CURIOSITY|BECAUSE_I_SAY_SO|\$gt|42|XX-/);
    expect(tracesOfTheInside(text)).toEqual([]);
  });

  test('is not needed to read the schema', async () => {
    const { body } = await officer.query('{ __typename }');
    expect(body).toEqual({ data: { __typename: 'Query' } });
  });
});
