import { GatheredLimits } from '../../../gateway/callers/gathered-limits.ts';

const about = (records: number) => ({ records: Array(records).fill('RU-0000000001') });

describe('what an agency tells in all answers to one request', () => {
  test('is 20,000 entries at most, and another agency has as many', () => {
    const limits = new GatheredLimits();
    expect(limits.mayAdd('RUSSIA', Array(19_999).fill('?'))).toBe(true);
    expect(limits.mayAdd('RUSSIA', [about(1)])).toBe(true);
    expect(limits.mayAdd('RUSSIA', [about(1)])).toBe(false);
    expect(limits.mayAdd('RUSSIA', [])).toBe(true);
    expect(limits.mayAdd('BELARUS', Array(20_000).fill(null))).toBe(true);
  });

  test('names 100,000 records at most, however they are divided', () => {
    const limits = new GatheredLimits();
    expect(limits.mayAdd('RUSSIA', [about(60_000), { records: null }, about(39_999)])).toBe(true);
    expect(limits.mayAdd('RUSSIA', [about(2)])).toBe(false);
    expect(limits.mayAdd('RUSSIA', [about(1)])).toBe(true);
    expect(limits.mayAdd('RUSSIA', [about(1)])).toBe(false);
  });
});
