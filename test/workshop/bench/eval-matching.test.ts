import { describe, expect, test } from 'vitest';
import {
  byKind,
  figuresOf,
  hardestOf,
  hitsByKind,
  judge,
  precisionOfHits,
} from '../../../workshop/bench/eval-matching/evaluate.ts';
import { plotOf } from '../../../workshop/bench/eval-matching/plot.ts';
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

  test('is drawn with both bands', () => {
    const plot = plotOf(judged);
    expect(plot).toMatch(/^<svg .*<\/svg>\n$/s);
    for (const band of ['POSSIBLE', 'STRONG']) expect(plot).toContain(`>${band}<`);
  });
});
