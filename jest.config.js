import { availableParallelism } from 'node:os';

/** @type {import('jest').Config} */
const ofAll = {
  // Files are run by our own runner, which loads them as Node does: jest transforms nothing.
  runner: './test/support/runner/runner.ts',
  transform: {},
  // A test may compose schemas, start processes and fill databases, on a machine that is busy with others; its waits are bounded in themselves.
  testTimeout: 120_000,
  // Where `--changedSince` looks for what imports a changed file.
  roots: [
    'commands',
    'examples',
    'gateway',
    'identity',
    'playground',
    'schema',
    'sdk',
    'server',
    'subgraphs',
    'terms',
    'test',
    'workshop',
  ].map((folder) => `<rootDir>/${folder}`),
  moduleFileExtensions: ['ts', 'tsx', 'js', 'cjs', 'mjs', 'json'],
};

const setup = '<rootDir>/test/support/end-of-file-setup.ts';

/**
 * Three projects: `unit` touches no network and loads no database driver, `integration` talks to a MongoDB server over its
 * wire protocol, and `end-to-end` drives real processes from outside. They run with the libraries' production variants
 * (see package.json), which is what the image runs.
 * @type {import('jest').Config}
 */
export default {
  // One more than there are processors: an end-to-end test waits for others a third of its time. With two more a run takes as long.
  maxWorkers: availableParallelism() + 1,
  testSequencer: './test/support/by-project.ts',
  reporters: ['default', './test/support/runner/report.ts'],
  projects: [
    {
      ...ofAll,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['\\.(integration|e2e)\\.test\\.ts$'],
      setupFilesAfterEnv: ['<rootDir>/test/support/runner/refuse-drivers-setup.ts', setup],
    },
    {
      ...ofAll,
      displayName: 'integration',
      testMatch: ['<rootDir>/test/**/*.integration.test.ts'],
      globalSetup: './test/support/integration-setup.ts',
      globalTeardown: './test/support/integration-teardown.ts',
      setupFilesAfterEnv: [setup, '<rootDir>/test/support/queries/record-queries-setup.ts'],
    },
    {
      ...ofAll,
      displayName: 'end-to-end',
      testMatch: ['<rootDir>/test/**/*.e2e.test.ts'],
      globalSetup: './test/support/end-to-end-setup.ts',
      globalTeardown: './test/support/end-to-end-teardown.ts',
      setupFilesAfterEnv: [setup, '<rootDir>/test/support/met/note-file.ts'],
    },
  ],
};
