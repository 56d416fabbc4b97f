import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { ByProject } from './test/support/by-project.ts';

const fromRoot = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Three projects: `unit` touches no network and loads no database driver, `integration` talks to a MongoDB server over its
 * wire protocol, and `end-to-end` drives real processes from outside. They run with the libraries' production variants
 * (see package.json), which is what the image runs.
 */
export default defineConfig({
  // `graphql` has no map of exports: with the default order of endings tests would load its ES modules, beside the CommonJS
  // ones that every library loads, and graphql takes no schema of the other copy.
  resolve: { extensions: ['.js', '.ts', '.tsx', '.json'] },
  test: {
    // One process runs many files over the modules that it has loaded: loading them anew for each file took most of the time.
    isolate: false,
    pool: 'forks',
    // One more than there are processors: an end-to-end test waits for others a third of its time. With two more a run takes as long.
    maxWorkers: availableParallelism() + 1,
    // A test may compose schemas, start processes and fill databases, on a machine that is busy with others; its waits are bounded in themselves.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    teardownTimeout: 60_000,
    setupFiles: ['test/support/end-of-file-setup.ts'],
    // What a helper opens before another one closes before it too, in the order of their calls.
    sequence: { sequencer: ByProject, hooks: 'list' },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.{integration,e2e}.test.ts'],
          alias: [
            { find: /^(mongoose|mongodb)$/, replacement: fromRoot('./test/support/no-database-driver.cjs') },
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/**/*.integration.test.ts'],
          globalSetup: ['test/support/integration-setup.ts'],
          setupFiles: ['test/support/queries/record-queries-setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'end-to-end',
          include: ['test/**/*.e2e.test.ts'],
          globalSetup: ['test/support/end-to-end-setup.ts'],
          setupFiles: ['test/support/met/note-file.ts'],
        },
      },
    ],
  },
});
