/** Takes the place of mongoose and mongodb in unit tests. CommonJS, so that this is thrown before an import of a name fails. */
throw new Error(
  'a unit test has loaded a database driver: move what it tests out of the file that needs one, import types with `import type`, or name the test *.integration.test.ts',
);
