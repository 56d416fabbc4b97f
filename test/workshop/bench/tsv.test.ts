import { labelledPairs } from '../../../workshop/bench/matching-pairs/labelled-pairs.ts';
import type { LabelledPair } from '../../../workshop/bench/matching-pairs/pair.ts';
import { fromTsv, toTsv } from '../../../workshop/bench/matching-pairs/tsv.ts';

const pairs = labelledPairs(300, 1);

describe('the tab-separated format', () => {
  const text = toTsv(pairs);
  const lines = text.split('\n');
  const header = lines[0] ?? '';
  const good = 'spelling be Каваленка Ян Янавіч 1980-02-29 latn Kavalenka Yan  1980 same n'.replaceAll(
    ' ',
    '\t',
  );
  const withCell = (at: number, value: string) =>
    `${header}\n${good}\n${good.split('\t').with(at, value).join('\t')}`;

  test('has the agreed header and comes back as it went', () => {
    expect(header.replaceAll('\t', ' ')).toBe(
      'kind a_script a_surname a_given a_patronymic a_birth b_script b_surname b_given b_patronymic b_birth label note',
    );
    expect(fromTsv(text)).toEqual(pairs);
    expect(fromTsv(toTsv([]))).toEqual([]);
  });

  test('is read with Windows line ends and a byte order mark', () => {
    expect(fromTsv(`\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual(pairs);
  });

  test.each([
    ['another header', `${header}s\n${good}`, 'line 1: the header must be kind a_script'],
    ['nothing', '', 'line 1: the header must be'],
    ['a missing column', `${header}\n${good.replace(/\tn$/, '')}`, 'line 2: 13 columns expected, 12 found'],
    ['a blank line', `${header}\n\n${good}`, 'line 2: 13 columns expected, 1 found'],
    ['an unknown script', withCell(1, 'uk'), 'line 3: a_script is "uk", not be or ru or latn'],
    ['an unknown label', withCell(11, 'maybe'), 'line 3: label is "maybe", not same or different'],
    ['an empty surname', withCell(7, ''), 'line 3: b_surname is empty'],
    ['30 February', withCell(5, '1980-02-30'), 'line 3: a_birth is 1980-02-30, a date no calendar has'],
    ['29 February of a common year', withCell(10, '1981-02-29'), 'line 3: b_birth is 1981-02-29'],
    ['month 13', withCell(10, '1981-13'), 'line 3: b_birth is 1981-13'],
    ['another notation', withCell(10, '1.2.1981'), 'line 3: b_birth is "1.2.1981", not YYYY[-MM[-DD]]'],
  ])('refuses %s, naming the line', (_, malformed, message) => {
    expect(() => fromTsv(malformed)).toThrow(message);
  });

  test('refuses to write a cell that would break the line', () => {
    const [pair] = pairs as [LabelledPair];
    expect(() => toTsv([{ ...pair, note: 'one\ttwo' }])).toThrow(
      'a cell holds a tab or a line break: "one\\ttwo"',
    );
  });
});
