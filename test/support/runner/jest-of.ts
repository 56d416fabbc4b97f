/** Options of `node`, in a checkout, to run some projects' tests; what jest is told besides follows. */
export const jestOf = (...projects: readonly string[]): string[] => [
  ...['--import', 'tsx', 'node_modules/jest/bin/jest.js'],
  // The list of projects ends with the next option.
  ...['--selectProjects', ...projects, '--ci'],
];
