import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Ended, ended, launch, launchScript } from '../support/end-to-end/processes.ts';
import { newDirectory, removeDirectory } from '../support/end-to-end/stack.ts';

const directories: string[] = [];
afterAll(() => directories.forEach(removeDirectory));

interface Key {
  kid: string;
  k: string;
}

describe('npm run match-key', () => {
  let directory: string;
  beforeEach(() => {
    directory = newDirectory();
    directories.push(directory);
  });
  const file = () => join(directory, 'match-keys');
  const keys = (): Key[] => JSON.parse(readFileSync(file(), 'utf8')).keys;
  const said: Ended[] = [];
  const matchKey = async (...options: string[]) => {
    const result = await ended(launchScript('commands/match-key.ts', {}, directory, ...options));
    said.push(result);
    return result;
  };

  test('makes a set of one key, for its owner alone, and says where it is', async () => {
    const { code, output } = await ended(launch(['npm', 'run', '-s', 'match-key', '--', directory]));
    expect({ code, keys: keys().length }).toEqual({ code: 0, keys: 1 });
    expect(output).toBe(`wrote ${file()}: current ${keys()[0]?.kid}\n`);
    expect(statSync(file()).mode & 0o077).toBe(0);
  });

  test('rotates in two steps: a new key before the old ones, then the new one alone', async () => {
    await matchKey();
    const [old] = keys();
    expect(await matchKey('--rotate')).toMatchObject({ code: 0 });
    const [current, ...others] = keys();
    expect(others).toEqual([old]);
    expect(current?.k).not.toBe(old?.k);
    expect(await matchKey('--drop-old')).toMatchObject({ code: 0 });
    expect(keys()).toEqual([current]);
    expect(statSync(file()).mode & 0o077).toBe(0);
    for (const { k } of [old, current].flatMap((key) => key ?? [])) {
      expect(JSON.stringify(said)).not.toContain(k);
    }
  });

  test('keeps a set that exists', async () => {
    await matchKey();
    const before = readFileSync(file(), 'utf8');
    const { code, complaints } = await matchKey();
    expect({ code, named: complaints[0]?.includes('exists already') }).toEqual({ code: 1, named: true });
    expect(readFileSync(file(), 'utf8')).toBe(before);
  });

  test.each([
    ['--rotate', 'secret'],
    ['--drop-old', 'secret'],
    ['--rotate', '{"keys":[{"kty":"oct","kid":"a","k":"c2VjcmV0"}]}'],
  ])('with %s leaves what is no set as it is, and repeats nothing of it', async (option, text) => {
    writeFileSync(file(), text);
    const { code, output, complaints } = await matchKey(option);
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(complaints[0]).toContain('is no set of match keys');
    expect(complaints.join('\n')).not.toMatch(/c2VjcmV0|secret/);
    expect(readFileSync(file(), 'utf8')).toBe(text);
  });

  test.each([[['--rotate']], [['--rotate', '--drop-old']], [['--all']], [['another']]])(
    'does nothing in an empty directory with %j',
    async (options) => {
      const { code, complaints } = await matchKey(...options);
      expect({ code, usage: complaints.at(-1)?.startsWith('usage: npm run match-key') }).toEqual({
        code: 1,
        usage: true,
      });
      expect(keys).toThrow('ENOENT');
    },
  );
});
