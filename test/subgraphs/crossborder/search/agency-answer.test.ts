import { readAnswer } from '../../../../subgraphs/crossborder/search/agency-answer.ts';
import { encodeAnswer, type SearchAnswer, type VisibleMatch } from '../../../../terms/search-exchange.ts';

const match = (dossier: string): VisibleMatch => ({
  dossier,
  samePersonAs: [],
  score: 20,
  band: 'POSSIBLE',
  isAssociation: false,
  evidence: [],
});

/** What is made of an answer of Belarus, and what is reported of it. */
function read(given: unknown) {
  const reported: string[] = [];
  const { outcome, matches } = readAnswer('BELARUS', given, (reason) => reported.push(reason));
  return { outcome, matches: matches.length, reported };
}
const readMatches = (matches: SearchAnswer['matches'], isCut = false) =>
  read(encodeAnswer({ matches, isCut }));

describe('an agency’s answer', () => {
  test('is what it found', () => {
    expect(readMatches([match('BY-0000000000')])).toEqual({ outcome: 'ANSWERED', matches: 1, reported: [] });
    expect(readMatches([])).toEqual({ outcome: 'ANSWERED', matches: 0, reported: [] });
  });

  test('says when there is more', () => {
    expect(readMatches([match('BY-0000000000')], true).outcome).toBe('TOO_MANY');
  });

  test('says when dossiers are not found by name yet, whatever was found', () => {
    const isRekeyingIn = (answer: SearchAnswer) =>
      readAnswer('BELARUS', encodeAnswer(answer), () => undefined).isRekeying;
    expect(isRekeyingIn({ matches: [], isCut: false, isRekeying: true })).toBe(true);
    expect(isRekeyingIn({ matches: [], isCut: false })).toBe(false);
  });

  test.each([null, undefined])('that is %p is none, of which the gateway has told', (given) => {
    expect(read(given)).toEqual({ outcome: 'UNAVAILABLE', matches: 0, reported: [] });
  });

  test.each<unknown>([
    '',
    '{',
    '[]',
    '{"matches":[{}],"isCut":false}',
    1,
    {},
    '{"matches":[],"isCut":false,"total":7}',
  ])('that cannot be read is none: %j', (given) => {
    expect(read(given)).toEqual({
      outcome: 'UNAVAILABLE',
      matches: 0,
      reported: ['it is malformed'],
    });
  });

  test('that speaks for another agency is none, with all that is in it', () => {
    expect(readMatches([match('BY-0000000000'), match('RU-0000000000')])).toEqual({
      outcome: 'UNAVAILABLE',
      matches: 0,
      reported: ["it names another agency's dossier"],
    });
  });

  test('that tells a record twice is none', () => {
    expect(readMatches([match('BY-0000000000'), match('BY-0000000000')])).toMatchObject({
      outcome: 'UNAVAILABLE',
      reported: ['it names a record twice'],
    });
  });
});
