import { characterProblems } from '../../../../../../subgraphs/agency/records/formats/text/characters.ts';

const codes = (text: string) => characterProblems(text).map(({ code }) => code);
const codePoints = (from: number, to = from) =>
  Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at));

describe('accepted', () => {
  test.each([
    ['Belarusian', 'Гарадзейка Яўген, в. Ружаны — д. 5'],
    ['Latin with composed marks', 'Šimkutė'],
    ['an apostrophe and a quotation', 'О’Нил «Рога и копыта»'],
    ['Arabic, whose order needs no controls', 'محمد'],
    ['an emoji of one character', 'lucky 🍀'],
  ])('%s', (_what, text) => {
    expect(codes(text)).toEqual([]);
  });
});

describe('refused', () => {
  const bidirectional = [
    ...codePoints(0x061c),
    ...codePoints(0x200e, 0x200f),
    ...codePoints(0x202a, 0x202e),
    ...codePoints(0x2066, 0x2069),
  ];
  test.each(bidirectional)('what reorders text (%j)', (character) => {
    expect(codes(`Ива${character}нов`)).toEqual(['BIDIRECTIONAL_CHARACTER']);
  });

  // Zero-width, soft hyphen, joiners, fillers, tags, variation selectors, Braille's blank.
  const invisible = [
    0x00ad, 0x034f, 0x115f, 0x180e, 0x200b, 0x200c, 0x200d, 0x2060, 0x2800, 0x3164, 0xfe0f, 0xfeff, 0xe0041,
  ];
  test.each(invisible.map((point) => String.fromCodePoint(point)))(
    'what cannot be seen (%j)',
    (character) => {
      expect(codes(`Ива${character}нов`)).toEqual(['INVISIBLE_CHARACTER']);
    },
  );

  const controls = [
    0x00, 0x09, 0x0a, 0x0d, 0x1b, 0x7f, 0x85, 0x2028, 0x2029, 0xd800, 0xdc00, 0xe000, 0xfffd, 0xffff,
  ];
  test.each(controls.map((point) => String.fromCodePoint(point)))(
    'controls and broken text (%j)',
    (character) => {
      expect(codes(`Ива${character}нов`)).toEqual(['CONTROL_CHARACTER']);
    },
  );

  test('each sort once, with the place and the number of its first', () => {
    const problems = characterProblems('a\u202Eb\u202E\u0000');
    expect(problems.map(({ code }) => code)).toEqual(['BIDIRECTIONAL_CHARACTER', 'CONTROL_CHARACTER']);
    expect(problems[0]?.message).toContain('Character 2, U+202E');
  });
});
