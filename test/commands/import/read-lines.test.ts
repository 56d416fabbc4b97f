import { readLines } from '../../../commands/import/read-lines.ts';

async function linesOf(chunks: Iterable<string | Buffer>, mostBytes = 100) {
  async function* source() {
    for (const chunk of chunks) yield Buffer.from(chunk);
  }
  const lines: [number, string | undefined, number][] = [];
  for await (const { number, bytes, end } of readLines(source(), mostBytes))
    lines.push([number, bytes?.toString(), end]);
  return lines;
}

describe('lines of a file', () => {
  test('come with their numbers and with how far the file has been read', async () => {
    expect(await linesOf(['one\ntwo\n'])).toEqual([
      [1, 'one', 4],
      [2, 'two', 8],
    ]);
  });

  test('are whole wherever the file was cut for reading, within a letter too', async () => {
    const text = 'Пробный\nТест\n';
    const bytes = [...Buffer.from(text)].map((byte) => Buffer.from([byte]));
    expect(await linesOf(bytes)).toEqual(await linesOf([text]));
  });

  test('need no line break at the end, and an empty file has none', async () => {
    expect(await linesOf(['one\ntwo'])).toEqual([
      [1, 'one', 4],
      [2, 'two', 7],
    ]);
    expect(await linesOf([])).toEqual([]);
  });

  test('that are empty are counted', async () => {
    expect((await linesOf(['\n\nthree\n'])).map(([number, text]) => [number, text])).toEqual([
      [1, ''],
      [2, ''],
      [3, 'three'],
    ]);
  });

  test('may have as many bytes as are allowed, and not one more; the next one is whole', async () => {
    expect(await linesOf(['12345\n123456\nnext'], 5)).toEqual([
      [1, '12345', 6],
      [2, undefined, 13],
      [3, 'next', 17],
    ]);
  });

  test('that are too long are not held in memory', async () => {
    const megabyte = 1024 * 1024;
    let most = 0;
    async function* source() {
      yield Buffer.from('first\n');
      for (let i = 0; i < 400; i += 1) {
        yield Buffer.alloc(megabyte, 'x');
        most = Math.max(most, process.memoryUsage().arrayBuffers);
      }
      yield Buffer.from('\nlast');
    }
    const before = process.memoryUsage().arrayBuffers;
    const lines: [number, string | undefined][] = [];
    for await (const { number, bytes } of readLines(source(), 256 * 1024))
      lines.push([number, bytes?.toString()]);
    expect(lines).toEqual([
      [1, 'first'],
      [2, undefined],
      [3, 'last'],
    ]);
    expect(most - before).toBeLessThan(200 * megabyte);
  });
});
