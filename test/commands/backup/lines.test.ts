import { linesOf } from '../../../commands/backup/lines-of.ts';

async function lines(...chunks: string[]): Promise<string[]> {
  async function* given() {
    for (const chunk of chunks) yield Buffer.from(chunk);
  }
  const found: string[] = [];
  for await (const line of linesOf(given())) found.push(line.toString());
  return found;
}

describe('lines of a file', () => {
  test('are the same wherever its chunks begin', async () => {
    expect(await lines('ab\nc\n\nd\n')).toEqual(['ab\n', 'c\n', '\n', 'd\n']);
    expect(await lines('a', 'b', '\nc\n', '\nd', '\n')).toEqual(['ab\n', 'c\n', '\n', 'd\n']);
  });

  test('are none of an empty file', async () => {
    expect(await lines()).toEqual([]);
  });

  test('are not those of a file whose last line has no end', async () => {
    await expect(lines('ab\nc')).rejects.toThrow('cut off');
  });
});
