import { cleanText } from '../../../../../../subgraphs/agency/records/formats/text/clean.ts';

const told = (raw: unknown) => cleanText(raw).problems.map(({ path, code }) => `${path} ${code}`);

describe('put right', () => {
  test('letters are composed', () => {
    const decomposed = 'и\u0306';
    expect(cleanText({ names: [{ surname: decomposed }] }).tree).toEqual({ names: [{ surname: '\u0439' }] });
  });

  test('every kind of space is a plain one', () => {
    expect(cleanText('в.\u00A0Ружаны\u2009д.\u30005').tree).toBe('в. Ружаны д. 5');
  });

  test('what stands at the ends is taken off', () => {
    expect(cleanText({ group: '\uFEFFBYG-1\r\n' })).toEqual({ tree: { group: 'BYG-1' }, problems: [] });
  });

  test('null is the same as absent', () => {
    expect(cleanText({ names: [{ handle: null, surname: 'Иванов' }], birth: null }).tree).toEqual({
      names: [{ surname: 'Иванов' }],
    });
  });

  test('what is no text stays', () => {
    expect(cleanText({ slots: 32, coerced: false, list: [null] }).tree).toEqual({
      slots: 32,
      coerced: false,
      list: [null],
    });
  });
});

describe('told', () => {
  test('is a text far longer than any field takes, and marks without end, before anything is looked for in them', () => {
    const marks = `a${'\u0301\u0327'.repeat(16)}`;
    expect(told({ names: [{ surname: marks }] })).toEqual(['names.0.surname INVISIBLE_CHARACTER']);
    expect(told({ names: [{ surname: '4 '.repeat(10_000) }] })).toEqual(['names.0.surname TOO_LONG']);
  });

  test('is every text with a problem, wherever it stands', () => {
    const raw = {
      cases: ['RU-2026-000001\u0000'.replace('1\u0000', '\u00001')],
      names: [{ surname: 'Ива\u200Bнов' }, { provenance: { legalBasis: '\u202EX' } }],
      measures: [{ ground: 'карта 4111 1111 1111 1111' }],
    };
    expect(told(raw)).toEqual([
      'cases.0 CONTROL_CHARACTER',
      'names.0.surname INVISIBLE_CHARACTER',
      'names.1.provenance.legalBasis BIDIRECTIONAL_CHARACTER',
      'measures.0.ground CARD_NUMBER',
    ]);
  });

  test('is nothing of a field’s name that may be a value in the wrong place', () => {
    const problems = cleanText({ '4111111111111111': '\u0000x\u0000x' }).problems;
    expect(JSON.stringify(problems)).not.toContain('4111');
    expect(problems.map(({ path }) => path)).toEqual(['?']);
  });

  test('is never the card itself', () => {
    const [problem] = cleanText({ names: [{ surname: '4111111111111111' }] }).problems;
    expect(problem?.code).toBe('CARD_NUMBER');
    expect(JSON.stringify(problem)).not.toMatch(/\d{6}/);
  });
});

test('an input nested thousands deep does not end the process', () => {
  const deep: unknown = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`);
  expect(() => cleanText({ names: deep })).not.toThrow();
});
