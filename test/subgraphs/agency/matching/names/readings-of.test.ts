import { readingsOf } from '../../../../../subgraphs/agency/matching/names/readings-of.ts';

describe('the readings of a word', () => {
  test('are the likeliest first, and read one run alike wherever it stands', () => {
    expect(readingsOf('hoh', 'LATIN')).toEqual(['GAG', 'HAH']);
    expect(readingsOf('shash', 'LATIN')).toEqual(['WAW', 'XAX']);
  });

  test('take the ends of the word into account', () => {
    expect(readingsOf('iana', 'LATIN')).toEqual(['EANA'.replace('EA', 'E')]);
    expect(readingsOf('diana', 'LATIN')).toEqual(['DENA', 'DANA']);
  });

  test('have of a letter that no table has the sound without its marks', () => {
    expect(readingsOf('ñőř', 'LATIN')).toEqual(['NAR']);
    expect(readingsOf('ӂ', 'RUSSIAN')).toEqual(['X']);
    expect(readingsOf('漢', 'LATIN')).toEqual(['']);
  });

  test('are no more, and take no longer, for a text made to have more', () => {
    const made = 'ohcjzxqiouchjosch'.repeat(4);
    expect(readingsOf(made, 'LATIN').length).toBeLessThanOrEqual(16);
  });
});
