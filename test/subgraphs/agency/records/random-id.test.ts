import {
  newDossierId,
  newGroupId,
  newValueId,
  randomId,
} from '../../../../subgraphs/agency/records/random-id.ts';

describe('a random id', () => {
  test('is as long as it is asked to be, of characters that are not misread', () => {
    for (let length = 1; length <= 40; length += 1)
      expect(randomId(length)).toMatch(new RegExp(`^[0-9A-HJKMNP-TV-Z]{${length}}$`));
  });

  test('is another each time, when what was drawn at once has been used up too', () => {
    const ids = Array.from({ length: 20_000 }, () => newValueId());
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids[0]).toMatch(/^V.{12}$/);
  });

  test('has every character as often as any other', () => {
    const counts = new Map<string, number>();
    for (const character of Array.from({ length: 4_000 }, () => randomId(16)).join(''))
      counts.set(character, (counts.get(character) ?? 0) + 1);
    expect(counts.size).toBe(32);
    // 2,000 each; ten standard deviations are 440.
    for (const count of counts.values()) expect(Math.abs(count - 2_000)).toBeLessThan(440);
  });

  test('of a dossier and of a group say whose it is', () => {
    expect(newDossierId('BY')).toMatch(/^BY-.{16}$/);
    expect(newGroupId('RU')).toMatch(/^RUG-.{16}$/);
  });
});
