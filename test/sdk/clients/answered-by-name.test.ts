import { answeredByName } from '../../../sdk/src/clients/answered-by-name.ts';

const dossier = { id: 'RU-1', contacts: null, names: [] };
const answered = (text: string, data: unknown = { suspect: { russia: dossier } }, errors: object[] = []) =>
  answeredByName({ text, data, errors: errors as never });
const ask = (selection: string) => `query A($id: ID!) { suspect(id: $id) { russia { ${selection} } } }`;

describe('the fields that an answer tells of by their names', () => {
  test('are those that stand beside the id of a dossier, null or not', () => {
    expect(answered(ask('id contacts { value } names { full }'))).toMatchObject({
      'RussiaDossier.contacts': { 'RU-1': ['RU-1 contacts'] },
      'RussiaDossier.names': { 'RU-1': ['RU-1 names'] },
    });
  });

  test('have no place without an id beside them', () => {
    const data = { suspect: { russia: { contacts: null } } };
    expect(answered(ask('contacts { value }'), data)['RussiaDossier.contacts']).toEqual({ '': [''] });
  });

  test.each([
    ['the name of another field', 'id names { full } contacts: instruments { bank }'],
    [
      'a name that has another one elsewhere',
      'id names { full } contacts { value } reach: contacts { kind }',
    ],
    ['a name with arguments', 'id names { full } contacts(first: 2) { value }'],
    [
      'a name with arguments in another place',
      'id names { full } ...Half } } fragment Half on Dossier { contacts (first: "()") { value }',
    ],
  ])('are not those under %s', (_what, selection) => {
    expect(Object.keys(answered(ask(selection)))).toEqual(
      expect.not.arrayContaining(['RussiaDossier.contacts']),
    );
    expect(answered(ask(selection))).toHaveProperty(['RussiaDossier.names']);
  });

  test('are none where the id has the name of another field, or where there is an error', () => {
    expect(answered(ask('id: contactPoint contacts { value }'))).toEqual({});
    expect(answered(ask('id contacts { value }'), undefined, [{ message: 'No.' }])).toEqual({});
  });
});
