import { join } from 'node:path';
import { callersOf } from '../support/end-to-end/callers.ts';
import { alone, linked } from '../support/end-to-end/demo.ts';
import { type Ended, ended, launch, launchScript, leftOf } from '../support/end-to-end/processes.ts';
import { type addressOf, newSettings, removeDirectory, startStack } from '../support/end-to-end/stack.ts';
import { long } from '../support/long.ts';

// One data directory for the whole file: each command finds what the one before has left.
const settings = await newSettings();
afterAll(async () => {
  await leftOf(settings.DATA_DIR);
  removeDirectory(settings.DATA_DIR);
});

const seed = (...options: string[]): Promise<Ended> =>
  ended(launchScript('workshop/scripts/seed.ts', settings, ...options));

const written = ({ output }: Ended, agency: string): number =>
  Number(new RegExp(`^${agency}: (\\d+) dossiers written`, 'm').exec(output)?.[1]);

type Lists = Record<'belarus' | 'russia', { dossiers: { nodes: { id: string }[] } }>;

/** The ids that a running stack shows, of lists that fit on a page, to an analyst of the agency whose they are. */
async function idsIn(stack: ReturnType<typeof addressOf>) {
  const ids = async (agency: keyof Lists) => {
    const analyst = callersOf(stack).as(agency, 'analyst').for('DETECTION');
    const { body } = await analyst.query<Lists>(`{ ${agency} { dossiers(first: 100) { nodes { id } } } }`);
    expect(body.errors).toBeUndefined();
    return body.data?.[agency].dossiers.nodes.map(({ id }) => id) ?? [];
  };
  return { belarus: await ids('belarus'), russia: await ids('russia') };
}

describe('npm run seed', () => {
  test('writes as many dossiers an agency as it is told, and ends what it has started', async () => {
    const options = ['--dossiers', '20', '--seed', '9'];
    const result = await ended(launch(['npm', 'run', '-s', 'seed', '--', ...options], settings));
    expect({ code: result.code, complaints: result.complaints }).toEqual({ code: 0, complaints: [] });
    expect([written(result, 'belarus'), written(result, 'russia')]).toEqual([20, 20]);
    for (const agency of ['belarus', 'russia'])
      expect(result.output).toMatch(
        new RegExp(`^${agency} database: .*a new one.*${join(settings.DATA_DIR, agency)}$`, 'm'),
      );
    expect(await leftOf(settings.DATA_DIR)).toEqual([]);
  });

  long.test('writes none the second time, since the same seed gives the same dossiers', async () => {
    const result = await seed('--dossiers', '20', '--seed', '9');
    expect(result.code).toBe(0);
    expect([written(result, 'belarus'), written(result, 'russia')]).toEqual([0, 0]);
    expect(result.output).toContain('20 were there already');
  });

  test('writes into the databases of a stack that runs, which has not added to what it found', async () => {
    const stack = await startStack(settings);
    try {
      expect(stack.process.output()).not.toContain('it was empty');
      const before = await idsIn(stack);
      expect([before.belarus.length, before.russia.length]).toEqual([20, 20]);
      expect(before.belarus).toEqual(expect.arrayContaining([linked.belarus, alone]));
      expect(before.russia).toContain(linked.russia);

      const result = await seed('--dossiers', '30', '--seed', '10');
      expect({ code: result.code, complaints: result.complaints }).toEqual({ code: 0, complaints: [] });
      const after = await idsIn(stack);
      expect(written(result, 'belarus')).toBeGreaterThan(0);
      expect(after.belarus).toHaveLength(20 + written(result, 'belarus'));
      expect(after.russia).toHaveLength(20 + written(result, 'russia'));
      expect(after.belarus).toEqual(expect.arrayContaining(before.belarus));
    } finally {
      stack.process.signal('SIGTERM');
      await stack.process.exited;
    }
  });

  test.each(
    long.rows(
      [
        ['too few', ['--dossiers', '2'], '--dossiers'],
        ['too many', ['--dossiers', '1000000'], '--dossiers'],
        ['half a dossier', ['--dossiers', '2.5'], '--dossiers'],
        ['no number', ['--dossiers', 'many'], '--dossiers'],
        ['a seed that is none', ['--seed', 'x'], '--seed'],
        ['an unknown option', ['--erase'], '--erase'],
      ],
      0,
    ),
  )('refuses %s with one line that names the option, and how it is used', async (_name, options, named) => {
    const { code, output, complaints } = await seed(...options);
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(complaints).toHaveLength(2);
    expect(complaints[0]).toContain(named);
    expect(complaints[1]).toMatch(/^usage: npm run seed/);
  });

  test('is refused in production', async () => {
    const { code, output, complaints } = await ended(
      launchScript('workshop/scripts/seed.ts', { ...settings, CONCORD_MODE: 'production' }),
    );
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(complaints[0]).toContain('production');
  });
});
