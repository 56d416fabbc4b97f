import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Ended, ended, launch, launchScript } from '../support/end-to-end/processes.ts';
import { newDirectory, removeDirectory } from '../support/end-to-end/stack.ts';
import { long } from '../support/long.ts';

const directories: string[] = [];
afterAll(() => directories.forEach(removeDirectory));

interface Key {
  kid: string;
  epoch: string;
  x: string;
  d?: string;
}

describe('npm run indicator-key', () => {
  let directory: string;
  beforeEach(() => {
    directory = newDirectory();
    directories.push(directory);
  });
  const file = () => join(directory, 'russia-indicator-keys');
  const setFile = () => join(directory, 'russia-indicator-jwks');
  const keysIn = (path: string): Key[] => JSON.parse(readFileSync(path, 'utf8')).keys;
  const measuresIn = (path: string): Key[] => JSON.parse(readFileSync(path, 'utf8')).measures;
  const epochs = () => [file(), setFile()].map((path) => keysIn(path).map(({ epoch }) => epoch));
  const said: Ended[] = [];
  const indicatorKey = async (...options: string[]) => {
    const command = launchScript(
      'commands/indicator-key.ts',
      {},
      directory,
      '--agency',
      'russia',
      ...options,
    );
    const result = await ended(command);
    said.push(result);
    return result;
  };

  test('makes the key of this year, for its owner alone, and prints its public half', async () => {
    const command = ['npm', 'run', '-s', 'indicator-key', '--', directory, '--agency', 'russia'];
    const { code, output } = await ended(launch(command));
    const [key] = keysIn(file());
    const year = String(new Date().getUTCFullYear());
    expect({ code, epochs: epochs() }).toEqual({ code: 0, epochs: [[year], [year]] });
    const [ofMeasures] = measuresIn(file());
    expect(output).toBe(
      `wrote ${file()} and ${setFile()}\nepoch ${year}, public key ${key?.x}\nmeasures: epoch ${year}, public key ${ofMeasures?.x}\n`,
    );
    expect(ofMeasures?.x).not.toBe(key?.x);
    expect(measuresIn(setFile())).toEqual([{ ...ofMeasures, d: undefined }]);
    expect(readFileSync(setFile(), 'utf8')).not.toContain(ofMeasures?.d);
    expect(statSync(file()).mode & 0o077).toBe(0);
    expect(readFileSync(setFile(), 'utf8')).not.toContain(key?.d);
    expect(keysIn(setFile())).toEqual([{ ...key, d: undefined }]);
  });

  test('changes the epoch in two steps: the next key beside the present one, then that one alone', async () => {
    await indicatorKey('--epoch', '2026');
    const [present] = keysIn(file());
    expect(await indicatorKey('--next')).toMatchObject({ code: 0 });
    expect(epochs()).toEqual([
      ['2026', '2027'],
      ['2026', '2027'],
    ]);
    const [kept, next] = keysIn(file());
    expect(kept).toEqual(present);
    expect(await indicatorKey('--drop-old')).toMatchObject({ code: 0 });
    expect(keysIn(file())).toEqual([next]);
    expect(epochs()).toEqual([['2027'], ['2027']]);
    expect(statSync(file()).mode & 0o077).toBe(0);
    const secrets = [present, next].map((key) => key?.d ?? 'none');
    for (const secret of secrets) expect(JSON.stringify(said)).not.toContain(secret);
  });

  test('changes the epoch of measures by itself, with those of identifiers as they were', async () => {
    await indicatorKey('--epoch', '2026');
    const [present] = measuresIn(file());
    const before = keysIn(file());
    expect(await indicatorKey('--measures', '--next')).toMatchObject({ code: 0 });
    const [kept, next] = measuresIn(file());
    expect({ kept, epoch: next?.epoch }).toEqual({ kept: present, epoch: '2027' });
    expect(await indicatorKey('--measures', '--drop-old')).toMatchObject({ code: 0 });
    expect(measuresIn(file())).toEqual([next]);
    expect(measuresIn(setFile()).map(({ epoch }) => epoch)).toEqual(['2027']);
    expect(keysIn(file())).toEqual(before);
  });

  test('adds keys of measures to a set of before, and to no other', async () => {
    await indicatorKey('--epoch', '2026');
    const { measures: _, ...before } = JSON.parse(readFileSync(file(), 'utf8'));
    writeFileSync(file(), JSON.stringify(before));
    expect(await indicatorKey('--measures', '--next')).toMatchObject({ code: 1 });
    expect(await indicatorKey('--measures', '--epoch', '2026')).toMatchObject({ code: 0 });
    expect(keysIn(file())).toEqual(before.keys);
    expect(measuresIn(file()).map(({ epoch }) => epoch)).toEqual(['2026']);
    const whole = readFileSync(file(), 'utf8');
    expect(await indicatorKey('--measures', '--epoch', '2026')).toMatchObject({ code: 1 });
    expect(readFileSync(file(), 'utf8')).toBe(whole);
  });

  test('takes a key within a year as an epoch of its own', async () => {
    await indicatorKey('--epoch', '2026');
    expect(await indicatorKey('--next', '--epoch', '2026-2')).toMatchObject({ code: 0 });
    expect(epochs()[0]).toEqual(['2026', '2026-2']);
  });

  test.each(
    long.rows(
      [
        [[], 'exists already'],
        [['--drop-old'], 'no old one to drop'],
        [['--next', '--epoch', '2026'], 'is the present epoch'],
        [['--next', '--epoch', 'spring'], '--epoch is of a new key'],
        [['--next', '--drop-old'], 'are two steps'],
      ],
      0,
    ),
  )('keeps a key that exists with %j', async (options, reason) => {
    await indicatorKey('--epoch', '2026');
    const before = readFileSync(file(), 'utf8');
    const { code, complaints } = await indicatorKey(...options);
    expect({ code, named: complaints[0]?.includes(reason) }).toEqual({ code: 1, named: true });
    expect(readFileSync(file(), 'utf8')).toBe(before);
  });

  test('leaves what is no set as it is, and repeats nothing of it', async () => {
    writeFileSync(file(), 'c2VjcmV0');
    const { code, output, complaints } = await indicatorKey('--next');
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(complaints[0]).toContain('is no set of indicator keys');
    expect(complaints.join('\n')).not.toContain('c2VjcmV0');
    expect(readFileSync(file(), 'utf8')).toBe('c2VjcmV0');
  });

  test.each(long.rows([[['--next']], [['--drop-old']], [['another']], [['--all']]], 0))(
    'does nothing in an empty directory with %j',
    async (options) => {
      const { code, complaints } = await indicatorKey(...options);
      expect({ code, usage: complaints.at(-1)?.startsWith('usage: npm run indicator-key') }).toEqual({
        code: 1,
        usage: true,
      });
      expect(() => keysIn(file())).toThrow('ENOENT');
    },
  );
});
