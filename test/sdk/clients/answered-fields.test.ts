import { parse } from 'graphql';
import { answeredFields } from '../../../sdk/src/clients/answered-fields.ts';
import type { AnsweredError } from '../../../sdk/src/index.ts';

const answered = (
  text: string,
  data: unknown,
  { variables = {}, errors = [] }: { variables?: Record<string, unknown>; errors?: AnsweredError[] } = {},
) => answeredFields({ document: parse(text) as never, variables, data, errors });

const russia = { __typename: 'RussiaDossier', id: 'RU-1' };
const at = (half: unknown) => ({ suspect: { __typename: 'Suspect', id: 'S-1', russia: half } });
const ask = (selection: string) => `query A { suspect(id: "x") { id __typename russia { ${selection} } } }`;

describe('the fields that an answer has said something about', () => {
  test('are those of its dossiers, null or not, by their names in the schema', () => {
    const text = ask('id __typename contacts { value } money: instruments { bank }');
    expect(answered(text, at({ ...russia, contacts: null, money: [] }))).toMatchObject({
      'RussiaDossier.contacts': { 'RU-1': ['RU-1 contacts[]'] },
      'RussiaDossier.instruments': { 'RU-1': ['RU-1 instruments[]'] },
      'Suspect.russia': { '': ['S-1 russia[]'] },
    });
  });

  test('are those of fragments on the type of the object alone', () => {
    const text = `${ask('id __typename ...Half ... on BelarusDossier { x: roles { kind } } ... on Dossier { x: names { full } }')}
      fragment Half on RussiaDossier { contacts { value } }`;
    const found = answered(text, at({ ...russia, contacts: null, x: [] }));
    expect(Object.keys(found)).toEqual(
      expect.arrayContaining(['RussiaDossier.contacts', 'RussiaDossier.names']),
    );
    expect(found).not.toHaveProperty(['RussiaDossier.roles']);
  });

  test('are told apart by the arguments of all that leads to them', () => {
    const text = ask(
      'id __typename history(first: $first, by: {to: [A]}) { __typename nodes { __typename at } }',
    );
    const page = { __typename: 'HistoryConnection', nodes: [{ __typename: 'HistoryEntry', at: null }] };
    const found = answered(text, at({ ...russia, history: page }), { variables: { first: 2 } });
    const history = 'RU-1 history[["first",2],["by",[["to",["A"]]]]]';
    expect(found['RussiaDossier.history']).toEqual({ 'RU-1': [history] });
    expect(found['HistoryEntry.at']).toEqual({ 'RU-1': [`${history} nodes[] at[]`] });
  });

  test('have no place of their own in an object whose id was not asked for', () => {
    const found = answered(
      ask('__typename contacts { value }'),
      at({ __typename: 'RussiaDossier', contacts: null }),
    );
    expect(found['RussiaDossier.contacts']).toEqual({ '': [''] });
  });

  test('are not those that were left out, or that an error may have emptied', () => {
    const text = ask(
      'id __typename contacts { value } names { full } roles { kind } harms @skip(if: true) { loss }',
    );
    const half = { ...russia, contacts: null, names: null, roles: [] };
    const path = ['suspect', 'russia', 'contacts', 0, 'value'];
    const found = answered(text, at(half), { errors: [{ message: 'No.', path }] });
    expect(found).not.toHaveProperty(['RussiaDossier.contacts']);
    expect(found).not.toHaveProperty(['RussiaDossier.harms']);
    expect(Object.keys(found)).toEqual(
      expect.arrayContaining(['RussiaDossier.names', 'RussiaDossier.roles']),
    );
    const unplaced = answered(text, at(half), { errors: [{ message: 'No.' }] });
    expect(unplaced).not.toHaveProperty(['RussiaDossier.names']);
    expect(unplaced).toHaveProperty(['RussiaDossier.roles']);
  });
});
