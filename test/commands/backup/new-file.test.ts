import { existsSync, readFileSync, statSync } from 'node:fs';
import { writeNewFile } from '../../../commands/backup/write-new-file.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const files = temporaryDirectory();
const never = new AbortController().signal;

async function* chunks(...given: (string | Error)[]) {
  for (const each of given) {
    if (each instanceof Error) throw each;
    yield each;
  }
}

describe('a new file', () => {
  test('is its owner’s alone, and has nothing beside it', async () => {
    const path = files.path('whole');
    await writeNewFile(path, chunks('a', 'b'), never);
    expect(readFileSync(path, 'utf8')).toBe('ab');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(existsSync(`${path}.partial`)).toBe(false);
  });

  test('does not have its name before all of it is there', async () => {
    const path = files.path('growing');
    async function* watched() {
      yield 'a';
      expect(existsSync(path)).toBe(false);
      expect(statSync(`${path}.partial`).mode & 0o777).toBe(0o600);
    }
    await writeNewFile(path, watched(), never);
    expect(existsSync(path)).toBe(true);
  });

  test('takes no other file’s place', async () => {
    const path = files.path('taken');
    files.write('taken', 'of before');
    await expect(writeNewFile(path, chunks('a'), never)).rejects.toThrow('nothing is overwritten');
    expect(readFileSync(path, 'utf8')).toBe('of before');
  });

  test('is not begun while another may be writing it', async () => {
    files.write('begun.partial', 'half');
    await expect(writeNewFile(files.path('begun'), chunks('a'), never)).rejects.toThrow('another export');
    expect(readFileSync(files.path('begun.partial'), 'utf8')).toBe('half');
  });

  test.each([
    ['that cannot be finished', chunks('a', new Error('the database has gone')), never, 'has gone'],
    ['that is interrupted', chunks('a', 'b'), AbortSignal.abort(), 'interrupted'],
  ])('%s leaves nothing', async (what, given, signal, reason) => {
    const path = files.path(what);
    await expect(writeNewFile(path, given, signal)).rejects.toThrow(reason);
    expect([existsSync(path), existsSync(`${path}.partial`)]).toEqual([false, false]);
  });
});
