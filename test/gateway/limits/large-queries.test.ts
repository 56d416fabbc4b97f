import { expect, test } from 'vitest';
import { LargeQueries } from '../../../gateway/limits/large-queries.ts';

/** Queries that run until they are let go, and the order in which they have begun. */
function asking(large: LargeQueries) {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const ask = (caller: string) =>
    large.run(caller, () => {
      begun.push(caller);
      return new Promise<string>((resolve) => ends.push(() => resolve(caller)));
    });
  return { begun, ends, ask };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('large queries run four at a time, two of one caller, and the next is that of whoever has spent least', async () => {
  const spent: Record<string, number> = { busy: 10_000, other: 5_000, quiet: 0 };
  const { begun, ends, ask } = asking(new LargeQueries((caller) => spent[caller] ?? 0));
  const answers = ['busy', 'busy', 'busy', 'other', 'other', 'busy', 'quiet'].map(ask);
  await settled();
  expect(begun).toEqual(['busy', 'busy', 'other', 'other']);
  ends[2]?.();
  expect(await answers[3]).toBe('other');
  await settled();
  expect(begun.slice(4)).toEqual(['quiet']);
  for (let left = 0; left < answers.length; left += 1) {
    for (const end of ends) end();
    await settled();
  }
  expect(await Promise.all(answers)).toHaveLength(7);
});

test('a caller with too many that wait is refused, and another one is not', async () => {
  const { begun, ends, ask } = asking(new LargeQueries(() => 0));
  const waiting = Array.from({ length: 22 }, () => ask('busy'));
  await expect(ask('busy')).rejects.toMatchObject({ extensions: { code: 'TOO_MANY_REQUESTS' } });
  void ask('quiet');
  await settled();
  expect(begun).toEqual(['busy', 'busy', 'quiet']);
  for (let left = 0; left < waiting.length; left += 1) {
    for (const end of ends) end();
    await settled();
  }
});

test('one that fails gives up its place', async () => {
  const large = new LargeQueries(() => 0);
  for (let asked = 0; asked < 10; asked += 1)
    await expect(large.run('caller', () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
});
