import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Ended, ended, launch, launchScript, leftOf } from '../support/end-to-end/processes.ts';
import { newSettings, removeDirectory } from '../support/end-to-end/stack.ts';
import { long } from '../support/long.ts';

// One data directory for the whole file: each command finds what the one before has left.
const settings = await newSettings();
afterAll(async () => {
  await leftOf(settings.DATA_DIR);
  removeDirectory(settings.DATA_DIR);
});

const rekey = (...options: string[]): Promise<Ended> =>
  ended(launchScript('commands/rekey.ts', settings, ...options));
const reportOf = ({ code, output }: Ended) => ({ code, ...JSON.parse(output) });
const keyFile = join(settings.DATA_DIR, 'keys', 'match-keys.json');

describe('npm run rekey', () => {
  beforeAll(async () => {
    await ended(launchScript('workshop/scripts/seed.ts', settings, '--dossiers', '20', '--seed', '7'));
  });

  long.test('says as JSON, alone on standard output, that nothing is left to do', async () => {
    const { code, output } = await ended(
      launch(['npm', 'run', '-s', 'rekey', '--', '--agency', 'belarus'], settings),
    );
    expect({ code, report: JSON.parse(output) }).toEqual({
      code: 0,
      report: { rekeyed: 0, renamed: 0, left: 0 },
    });
    expect(await leftOf(settings.DATA_DIR)).toEqual([]);
  });

  test('brings an agency’s dossiers under a new key, each once, and leaves the other agency’s to it', async () => {
    const [old] = JSON.parse(readFileSync(keyFile, 'utf8')).keys;
    const current = { ...old, kid: 'development-new', k: Buffer.alloc(32, 7).toString('base64url') };
    writeFileSync(keyFile, JSON.stringify({ keys: [current, old] }));
    expect(reportOf(await rekey('--agency', 'belarus'))).toEqual({
      code: 0,
      rekeyed: 20,
      renamed: 0,
      left: 0,
    });
    expect(reportOf(await rekey('--agency', 'belarus'))).toEqual({
      code: 0,
      rekeyed: 0,
      renamed: 0,
      left: 0,
    });
    expect(reportOf(await rekey('--agency', 'russia'))).toEqual({
      code: 0,
      rekeyed: 20,
      renamed: 0,
      left: 0,
    });
  });

  long.test('brings what an agency’s dossiers share under a new key of its own, each once', async () => {
    const nodeFile = join(settings.DATA_DIR, 'keys', 'belarus-node.json');
    const old = JSON.parse(readFileSync(nodeFile, 'utf8'));
    writeFileSync(nodeFile, JSON.stringify({ ...old, k: Buffer.alloc(32, 9).toString('base64url') }));
    expect(reportOf(await rekey('--agency', 'belarus'))).toEqual({
      code: 0,
      rekeyed: 0,
      renamed: 20,
      left: 0,
    });
    expect(reportOf(await rekey('--agency', 'belarus'))).toEqual({
      code: 0,
      rekeyed: 0,
      renamed: 0,
      left: 0,
    });
  });

  test.each(
    long.rows(
      [
        ['no agency', [], '--agency'],
        ['an unknown agency', ['--agency', 'poland'], '--agency'],
        ['an unknown option', ['--agency', 'belarus', '--all'], '--all'],
      ],
      0,
    ),
  )('refuses %s with one line that names the option, and how it is used', async (_name, options, named) => {
    const { code, output, complaints } = await rekey(...options);
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(complaints).toHaveLength(2);
    expect(complaints[0]).toContain(named);
    expect(complaints[1]).toMatch(/^usage: npm run rekey/);
  });

  test('takes no key of the development stack for a database that is named', async () => {
    const named = { ...settings, BELARUS_MONGODB_URI: 'mongodb://127.0.0.1:1/belarus' };
    const { code, complaints } = await ended(launchScript('commands/rekey.ts', named, '--agency', 'belarus'));
    expect(code).toBe(1);
    expect(complaints[0]).toContain('MATCH_KEYS: is required');
  });
});
