import { join } from 'node:path';
import { callersOf } from '../support/end-to-end/callers.ts';
import { alone, linked } from '../support/end-to-end/demo.ts';
import { type Ended, ended, launch, launchScript, leftOf } from '../support/end-to-end/processes.ts';
import {
  addressOf,
  newSettings,
  removeDirectory,
  type Stack,
  startStack,
} from '../support/end-to-end/stack.ts';
import { long } from '../support/long.ts';

// One data directory for the whole file: each command finds what the one before has left.
const settings = await newSettings();
afterAll(async () => {
  await leftOf(settings.DATA_DIR);
  removeDirectory(settings.DATA_DIR);
});

const retention = (...options: string[]): Promise<Ended> =>
  ended(launchScript('commands/retention.ts', settings, ...options));
const far = ['--today', '2120-01-01'];
const nothing = { values: {}, dossiersReduced: 0, dossiersErased: 0, groupsErased: 0 };

describe('npm run retention', () => {
  beforeAll(async () => {
    await ended(launchScript('workshop/scripts/seed.ts', settings, '--dossiers', '20', '--seed', '7'));
  });

  test('says as JSON, alone on standard output, that nothing is due, and ends what it has started', async () => {
    const command = ['npm', 'run', '-s', 'retention', '--', '--agency', 'belarus', '--today', '2026-11-24'];
    const { code, output, complaints } = await ended(launch(command, settings));
    expect({ code, report: JSON.parse(output) }).toMatchObject({ code: 0, report: nothing });
    expect(complaints[0]).toBe(
      `belarus database: no stack runs, so it is the one that a stack has left in ${join(settings.DATA_DIR, 'belarus')}`,
    );
    expect(await leftOf(settings.DATA_DIR)).toEqual([]);
  });

  describe('beside a running stack', () => {
    let stack: Stack;
    beforeAll(async () => {
      stack = await startStack(settings);
    });
    afterAll(async () => {
      stack.process.signal('SIGTERM');
      await stack.process.exited;
    });

    const dossiers = async (agency: 'belarus' | 'russia'): Promise<{ id: string }[] | undefined> => {
      const analyst = callersOf(addressOf(settings)).as(agency, 'analyst').for('DETECTION');
      const { body } = await analyst.query<Record<string, { dossiers: { nodes: { id: string }[] } }>>(
        `{ ${agency} { dossiers(first: 100) { nodes { id } } } }`,
      );
      return body.data?.[agency]?.dossiers.nodes;
    };

    test('erases from its database all that is due on a day far away, and tells numbers alone', async () => {
      expect(await dossiers('belarus')).toHaveLength(20);
      const { code, output, complaints } = await retention('--agency', 'belarus', ...far);
      expect(complaints).toEqual([`belarus database: that of the stack that runs in ${settings.DATA_DIR}`]);
      const report = JSON.parse(output);
      expect({ code, report }).toMatchObject({ code: 0, report: { dossiersErased: 20, failed: 0 } });
      expect(report.groupsErased).toBeGreaterThan(0);
      expect(
        [...Object.values(report), ...Object.values(report.values)].map((each) => typeof each),
      ).not.toContain('string');
      expect(output).not.toMatch(new RegExp(`BY-|BYG-|${linked.belarus}|${alone}`));
      expect(await dossiers('belarus')).toEqual([]);
    });

    test('leaves the other agency’s records to that agency', async () => {
      expect(await dossiers('russia')).toHaveLength(20);
    });

    long.test('has nothing left to erase the second time', async () => {
      const { output } = await retention('--agency', 'belarus', ...far);
      expect(JSON.parse(output)).toMatchObject(nothing);
    });
  });

  const belarus = ['--agency', 'belarus'];
  test.each(
    long.rows(
      [
        ['no agency', [], '--agency'],
        ['an unknown agency', ['--agency', 'poland'], '--agency'],
        ['a day that is none', [...belarus, '--today', '2036-02-30'], '--today'],
        ['a day in words', [...belarus, '--today', 'tomorrow'], '--today'],
        ['an unknown option', [...belarus, '--all'], '--all'],
      ],
      0,
    ),
  )('refuses %s with one line that names the option, and how it is used', async (_name, options, named) => {
    const { code, output, complaints } = await retention(...options);
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(complaints).toHaveLength(2);
    expect(complaints[0]).toContain(named);
    expect(complaints[1]).toMatch(/^usage: npm run retention/);
  });

  test.each(
    long.rows(
      [
        ['in production', { CONCORD_MODE: 'production' }],
        ['for a database of which nobody says that it is a development one', {}],
      ],
      0,
    ),
  )('takes no day %s', async (_where, mode) => {
    const named = { ...settings, ...mode, BELARUS_MONGODB_URI: 'mongodb://127.0.0.1:1/belarus' };
    const { code, output, complaints } = await ended(
      launchScript('commands/retention.ts', named, ...belarus, ...far),
    );
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(complaints[0]).toContain('--today is for development');
  });
});
