import {
  linkedPair,
  mostValues,
  surestValues,
} from '../../../../../../subgraphs/agency/records/measures/comparing/surest-values.ts';

const phones = (count: number, from = 0) =>
  Array.from({ length: count }, (_, place) => ({
    kind: 'PHONE' as const,
    value: `+37529${1_000_000 + from + place}`,
  }));

describe('the values that a measure is compared by', () => {
  test('are all of them where there are eight or fewer', () => {
    expect(surestValues(phones(8))).toHaveLength(8);
    expect(surestValues([])).toEqual([]);
  });

  test('are the surest kinds first, and eight at most', () => {
    const chosen = surestValues([
      { kind: 'DOMAIN', value: 'example.org' },
      ...phones(7),
      { kind: 'DOCUMENT', value: 'BY 4123456A001PB1' },
    ]);
    expect(chosen).toHaveLength(mostValues);
    expect(chosen[0]?.kind).toBe('DOCUMENT');
    expect(chosen.map(({ kind }) => kind)).not.toContain('DOMAIN');
  });

  test('are the same of two lists that share some, in whatever order an agency has them', () => {
    const shared = phones(12);
    expect(surestValues([...shared].reverse())).toEqual(surestValues(shared));
  });

  test('of a link are the pair, whichever agency names it', () => {
    expect(linkedPair('BY-1', 'RU-2')).toEqual(linkedPair('RU-2', 'BY-1'));
    expect(linkedPair('BY-1', 'RU-2')).not.toEqual(linkedPair('BY-1', 'RU-3'));
  });
});
