import {
  byKind,
  byScore,
  figuresOf,
  hardestOf,
  hashOf,
  hitsByKind,
  judge,
  precisionOfBand,
  precisionOfHits,
} from '../../../workshop/bench/eval-matching/evaluate.ts';
import { plotOf } from '../../../workshop/bench/eval-matching/plot.ts';
import { atBestF1, recallAtPrecision } from '../../../workshop/bench/eval-matching/ranking.ts';
import type { LabelledPair } from '../../../workshop/bench/matching-pairs/pair.ts';

const he = {
  script: 'ru',
  surname: 'Соловьёв',
  given: 'Евгений',
  patronymic: '',
  birth: '1985-03-12',
} as const;
const pair = (label: LabelledPair['label'], b: Partial<LabelledPair['b']>): LabelledPair => ({
  kind: 'of the test',
  a: he,
  b: { ...he, ...b },
  label,
  note: '',
});
const inLatin = { script: 'latn', surname: 'Salauyou', given: 'Yauhen' } as const;
const judged = [
  pair('same', inLatin),
  pair('different', { birth: '1961-07-30' }),
  // Labels that the matcher cannot know to be so: one it calls too many, and one it misses.
  pair('different', inLatin),
  pair('same', { surname: 'Зайцев', birth: '1961-07-30' }),
].map(judge);

describe('an evaluation', () => {
  test('counts those called one person that are, and those that are and were called so', () => {
    expect(figuresOf(judged)).toEqual({ pairs: 4, precision: 0.5, recall: 0.5 });
    expect(figuresOf(judged.slice(0, 2))).toEqual({ pairs: 2, precision: 1, recall: 1 });
    expect(figuresOf([])).toEqual({ pairs: 0, precision: 1, recall: 1 });
  });

  test('lists its errors, and by kind how many were right', () => {
    expect(hardestOf(judged, 9).map(({ pair: { label } }) => label)).toEqual(['same', 'different']);
    expect(hardestOf(judged, 1)).toHaveLength(1);
    expect(byKind(judged)).toEqual(new Map([['of the test', { right: 2, all: 4 }]]));
  });

  test('tells how often pairs make a hit, by what agrees alone', () => {
    expect(hitsByKind(judged)).toEqual(
      new Map([['of the test', { all: 4, POSSIBLE: 0, STRONG: 2, right: 1 }]]),
    );
    expect(precisionOfHits(judged, 'STRONG')).toBe(0.5);
    expect(precisionOfHits(judged, 'POSSIBLE')).toBe(1);
  });

  test('tells of each range of scores how many of its pairs are of one person', () => {
    const ranges = byScore(judged).filter(({ pairs }) => pairs > 0);
    expect(ranges.map(({ band, pairs, same }) => ({ band, pairs, same }))).toEqual([
      { band: undefined, pairs: 1, same: 1 },
      { band: undefined, pairs: 1, same: 0 },
      { band: 'STRONG', pairs: 2, same: 1 },
    ]);
    expect(byScore(judged).reduce((sum, { pairs }) => sum + pairs, 0)).toBe(judged.length);
    expect(precisionOfBand(judged, 'STRONG')).toBe(0.5);
    expect(precisionOfBand(judged, 'POSSIBLE')).toBe(1);
  });

  test('has one number for its results, which is another when one of them is', () => {
    expect(hashOf(judged)).toBe(
      hashOf([pair('same', inLatin), ...judged.slice(1).map((one) => one.pair)].map(judge)),
    );
    expect(hashOf(judged)).not.toBe(hashOf(judged.slice(1)));
  });

  test('is drawn with both bands', () => {
    const plot = plotOf(judged);
    expect(plot).toMatch(/^<svg .*<\/svg>\n$/s);
    for (const band of ['POSSIBLE', 'STRONG']) expect(plot).toContain(`>${band}<`);
  });
});

describe('a ranking of pairs', () => {
  const ranked = [
    { score: 9, isSame: true },
    { score: 8, isSame: true },
    { score: 7, isSame: false },
    { score: 6, isSame: true },
    { score: 6, isSame: false },
    { score: 1, isSame: false },
  ];

  test('is best where precision and recall together are', () => {
    expect(atBestF1(ranked)).toEqual({ threshold: 8, precision: 1, recall: 2 / 3, f1: 0.8 });
    expect(atBestF1([])).toMatchObject({ recall: 0, f1: 0 });
  });

  test('has the recall that its precision allows, with pairs of one score taken together', () => {
    expect(recallAtPrecision(ranked, 0.6)).toBe(1);
    expect(recallAtPrecision(ranked, 0.7)).toBe(2 / 3);
    expect(recallAtPrecision([{ score: 1, isSame: false }], 0.5)).toBe(0);
  });
});
