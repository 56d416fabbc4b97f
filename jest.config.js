import { availableParallelism } from 'node:os';

/**
 * Three projects: `unit` touches no network and loads no database driver, `integration` talks to a MongoDB server over its
 * wire protocol, and `end-to-end` drives real processes from outside. Run with NODE_OPTIONS=--experimental-vm-modules (see
 * package.json), and with the libraries' production variants, which is what the image runs.
 * @type {import('jest').Config}
 */
const esm = {
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } },
    ],
  },
  testEnvironment: 'node',
};

export default {
  // One more than there are processors: an end-to-end test waits for others a third of its time.
  maxWorkers: availableParallelism() + 1,
  // Modules under `--experimental-vm-modules` are never let go: a process that has run enough files is replaced by a new one.
  workerIdleMemoryLimit: '1GB',
  reporters: ['default', '<rootDir>/test/support/slowest-suites.js'],
  projects: [
    {
      ...esm,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['\\.(integration|e2e)\\.test\\.ts$'],
      moduleNameMapper: { '^(mongoose|mongodb)$': '<rootDir>/test/support/no-database-driver.cjs' },
      setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'],
    },
    {
      ...esm,
      displayName: 'integration',
      testMatch: ['<rootDir>/test/**/*.integration.test.ts'],
      globalSetup: '<rootDir>/test/support/start-integration.ts',
      globalTeardown: '<rootDir>/test/support/stop-integration.ts',
      setupFilesAfterEnv: [
        '<rootDir>/test/support/patience.ts',
        '<rootDir>/test/support/queries/record-queries.ts',
      ],
    },
    {
      ...esm,
      displayName: 'end-to-end',
      testMatch: ['<rootDir>/test/**/*.e2e.test.ts'],
      globalSetup: '<rootDir>/test/support/start-end-to-end.ts',
      globalTeardown: '<rootDir>/test/support/stop-end-to-end.ts',
      setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts', '<rootDir>/test/support/met/note-file.ts'],
    },
  ],
};
