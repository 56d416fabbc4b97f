import { longestLine, readLine } from '../../../commands/import/line.ts';

const read = (text: string | Buffer) => readLine(Buffer.from(text));
const problemsOf = (text: string | Buffer | undefined) => {
  const line = text === undefined ? readLine(undefined) : read(text);
  return line && 'problems' in line ? line.problems.map(({ path, code }) => `${path} ${code}`) : [];
};
const card = '4111111111111111';

describe('a line', () => {
  const given = { key: 'СУ-2025/0417', dossier: { anything: true } };

  test('gives a dossier under its key; what is in it is for the agency to check', () => {
    expect(read(JSON.stringify(given))).toEqual({ given });
  });

  test('gives a group under its key in the same way', () => {
    const group = { key: 'ОПГ-12', group: { anything: true } };
    expect(read(JSON.stringify(group))).toEqual({ given: group });
  });

  test('may begin with a byte order mark, as the first of a file does, and end with a carriage return', () => {
    expect(read(`\uFEFF${JSON.stringify(given)}\r`)).toEqual({ given });
  });

  test.each(['', '\r', '  \t'])('that is blank is none: %j', (text) => {
    expect(read(text)).toBeUndefined();
  });

  test('in another encoding is refused before a letter of it is lost', () => {
    expect(problemsOf(Buffer.from('{"key":"é"}', 'latin1'))).toEqual([' NOT_UTF8']);
    expect(problemsOf(Buffer.from('\uFEFF{}', 'utf16le'))).toEqual([' NOT_UTF8']);
  });

  test.each([
    ['half', '{"key": "a'],
    ['two objects', '{} {}'],
    ['deep', '['.repeat(longestLine)],
  ])('that is no JSON is refused: %s', (_name, text) => {
    expect(problemsOf(text)).toEqual([' NOT_JSON']);
  });

  test('that was too long to be read is refused', () => {
    expect(problemsOf(undefined)).toEqual([' LINE_TOO_LONG']);
  });

  test.each(['[]', '7', 'null', '"text"'])('that is no object is refused: %s', (text) => {
    expect(problemsOf(text)).toEqual([' MALFORMED']);
  });

  test.each([
    [{ dossier: {} }, ['key MISSING']],
    [{ key: '', dossier: {} }, ['key MALFORMED']],
    [{ key: 'with a space', dossier: {} }, ['key MALFORMED']],
    [{ key: 7, dossier: {} }, ['key MALFORMED']],
    [{ key: 'x'.repeat(101), dossier: {} }, ['key MALFORMED']],
    [{ key: 'a', dossier: {}, by: 'officer-1' }, ['by UNKNOWN_FIELD']],
    [{ key: 'a', group: {}, by: 'officer-1' }, ['by UNKNOWN_FIELD']],
    [{ key: 'a', dossier: {}, group: {} }, ['group INCONSISTENT']],
    [{ key: '', group: {} }, ['key MALFORMED']],
  ])('of another form is refused: %j', (line, problems) => {
    expect(problemsOf(JSON.stringify(line))).toEqual(problems);
  });

  test('with a card number for a key, or for the name of a field, is refused, and no digit of it is repeated', () => {
    expect(problemsOf(JSON.stringify({ key: card, dossier: {} }))).toEqual(['key CARD_NUMBER']);
    const named = read(JSON.stringify({ key: 'a', dossier: {}, [card]: 1 }));
    expect(named).toMatchObject({ problems: [{ path: '?', code: 'UNKNOWN_FIELD' }] });
    expect(JSON.stringify(named)).not.toContain('4111');
  });
});
