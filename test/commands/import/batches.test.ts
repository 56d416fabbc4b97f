import { inBatches } from '../../../commands/import/batches.ts';

async function numbersOf(lines: readonly (string | undefined)[], most = { lines: 3, bytes: 10_000 }) {
  async function* source() {
    let number = 0;
    for (const line of lines) {
      number += 1;
      yield line === undefined ? { number, end: 0 } : { number, end: 0, bytes: Buffer.from(line) };
    }
  }
  const batches: number[][] = [];
  for await (const batch of inBatches(source(), most)) batches.push(batch.map(({ number }) => number));
  return batches;
}
const line = (key: string) => JSON.stringify({ key, dossier: {} });
const group = (key: string) => JSON.stringify({ key, group: {} });

describe('batches', () => {
  test('have as many lines as are written at once, and the last has the rest', async () => {
    expect(await numbersOf(['a', 'b', 'c', 'd'].map(line))).toEqual([[1, 2, 3], [4]]);
    expect(await numbersOf([])).toEqual([]);
  });

  test('have no more bytes than are held at once, unless it is one line', async () => {
    const most = { lines: 10, bytes: line('a').length * 2 };
    expect(await numbersOf(['a', 'b', 'c'].map(line), most)).toEqual([[1, 2], [3]]);
    expect(await numbersOf([line('a'), line('b'.repeat(90)), line('c')], most)).toEqual([[1], [2], [3]]);
  });

  test('leave out blank lines and keep those that were refused, under their numbers', async () => {
    expect(await numbersOf([line('a'), '', 'no JSON', undefined])).toEqual([[1, 3, 4]]);
  });

  test('have a key once, so that a later line finds what became of an earlier one', async () => {
    expect(await numbersOf(['a', 'b', 'a'].map(line))).toEqual([[1, 2], [3]]);
    expect(await numbersOf(['a', 'b', 'c'].map(line))).toEqual([[1, 2, 3]]);
  });

  test('are of groups or of dossiers, so that a group is there before a dossier that names it', async () => {
    const lines = [group('a'), group('b'), line('a'), '[]', line('b'), group('c')];
    expect(await numbersOf(lines, { lines: 10, bytes: 10_000 })).toEqual([[1, 2], [3, 4, 5], [6]]);
    expect(await numbersOf([group('a'), '[]', group('a')])).toEqual([[1, 2], [3]]);
  });
});
