import { buildSchema, parse } from 'graphql';
import { compact, operationIn, rowsOf } from '../../playground/answer/rows-of.ts';
import type { Answer, Receipt } from '../../playground/wire/answer.ts';

const schema = buildSchema(`
  interface Dossier { id: ID! names: [Name!] contacts: [Contact!] }
  enum Script { RUSSIAN LATIN }
  type Provenance { contested: Boolean! recordedAt: String }
  type Name { full: String! script: Script provenance: Provenance! }
  type Contact { value: String }
  type BelarusDossier implements Dossier { id: ID! names: [Name!] contacts: [Contact!] }
  type RussiaDossier implements Dossier { id: ID! names: [Name!] contacts: [Contact!] }
  type Suspect { belarus: BelarusDossier russia: RussiaDossier }
  type Query { suspect: Suspect dossiers: [Dossier!] }
`);

const receipt = (changed: Partial<Receipt> = {}): Receipt => ({
  coordinate: 'RussiaDossier.contacts',
  class: 'CONTACT',
  owner: 'RUSSIA',
  reason: 'NOT_RELEASED',
  records: null,
  remedy: 'Ask.',
  ...changed,
});

function rows(query: string, answer: Answer, most = 100) {
  const document = parse(query);
  const operation = operationIn(document, undefined);
  if (!operation) throw new Error('no operation');
  return rowsOf(schema, document, operation, answer, most);
}

const states = (result: ReturnType<typeof rows>) =>
  Object.fromEntries(result.rows.map(({ id, shown }) => [id, shown.state]));

const both =
  '{ suspect { belarus { ...Half } russia { phones: contacts { value } } } } fragment Half on Dossier { contacts { value } }';

describe('a null', () => {
  test('is withheld where a receipt is about it, under an alias and through a fragment on an interface', () => {
    const answer: Answer = {
      data: { suspect: { belarus: { contacts: null }, russia: { phones: null } } },
      extensions: { redactions: [receipt()] },
    };
    expect(states(rows(both, answer))).toMatchObject({
      'suspect.belarus.contacts': 'none',
      'suspect.russia.phones': 'withheld',
    });
  });

  test('is no more than nothing recorded where the receipt is of another dossier', () => {
    const query = '{ dossiers { id contacts { value } } }';
    const answer: Answer = {
      data: {
        dossiers: [
          { id: 'RU-0000000001', contacts: null },
          { id: 'RU-0000000002', contacts: null },
          { id: 'BY-0000000003', contacts: null },
        ],
      },
      extensions: { redactions: [receipt({ records: ['RU-0000000001'] })] },
    };
    expect(states(rows(query, answer))).toMatchObject({
      'dossiers.0.contacts': 'withheld',
      'dossiers.1.contacts': 'none',
      'dossiers.2.contacts': 'none',
    });
  });

  test('is an outage, not a refusal, where the agency did not answer', () => {
    const answer: Answer = {
      data: { suspect: { belarus: null, russia: { phones: [] } } },
      errors: [
        {
          message: 'down',
          path: ['suspect', 'belarus'],
          extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'BELARUS' },
        },
      ],
    };
    expect(states(rows(both, answer))).toMatchObject({
      'suspect.belarus': 'unavailable',
      'suspect.russia.phones': 'none',
    });
  });
});

test('beyond the most rows, values are counted and not shown', () => {
  const names = Array.from({ length: 50 }, (_, index) => ({ full: `name ${index}` }));
  const answer: Answer = { data: { dossiers: [{ id: 'BY-0000000003', names }] } };
  const { rows: shown, left } = rows('{ dossiers { id names { full } } }', answer, 10);
  // dossiers, its item, id, names, and two rows for each of fifty names.
  expect([shown.length, left]).toEqual([10, 4 + 100 - 10]);
});

test('an answer that does not fit its query is shown as it is', () => {
  const answer: Answer = { data: { surprise: { deep: [1, 2] } } };
  expect(states(rows('{ suspect { belarus { id } } }', answer))).toEqual({
    surprise: 'parts',
    'surprise.deep': 'value',
  });
});

test('an item with one field takes one row, one with two takes three', () => {
  const one = { data: { dossiers: [{ id: 'BY-0000000003', names: [{ full: 'a' }, { full: 'b' }] }] } };
  const { rows: all } = rows('{ dossiers { id names { full } } }', one);
  expect(compact(all).map(({ label, depth }) => `${depth} ${label}`)).toEqual([
    '0 dossiers',
    '1 1',
    '2 id',
    '2 names',
    '3 1 · full',
    '3 2 · full',
  ]);
});

describe('a contested value', () => {
  const query = (provenance: string) => `{ dossiers { id names { full provenance { ${provenance} } } } }`;
  const answer = (contested: boolean, more = {}): Answer => ({
    data: { dossiers: [{ id: 'BY-0000000003', names: [{ full: 'a', provenance: { contested, ...more } }] }] },
  });

  test('is marked, and takes no row more than one that is not', () => {
    for (const contested of [true, false]) {
      const { rows: all } = rows(query('contested'), answer(contested));
      expect(
        compact(all)
          .map(({ label, isContested }) => [label, isContested])
          .slice(-1),
      ).toEqual([['1 · full', contested]]);
    }
  });

  test('shows what else its provenance says', () => {
    const { rows: all } = rows(query('contested recordedAt'), answer(true, { recordedAt: 'then' }));
    expect(all.map(({ label }) => label)).toContain('recordedAt');
    expect(all.find(({ id }) => id === 'dossiers.0.names.0')?.isContested).toBe(true);
  });
});

test('a value has the type that the schema gives it', () => {
  const answer: Answer = { data: { dossiers: [{ names: [{ script: 'LATIN', full: 'a' }] }] } };
  const shown = rows('{ dossiers { names { script full } } }', answer).rows.map(({ shown }) => shown);
  expect(shown.slice(-2)).toEqual([
    { state: 'value', field: 'script', type: 'Script', values: ['LATIN'] },
    { state: 'value', field: 'full', type: 'String', values: ['a'] },
  ]);
});
