const advice =
  'a unit test has loaded a database driver: move what it tests out of the file that needs one, import types with `import type`, or name the test *.integration.test.ts';

/** A hook of Node's module loader. */
export function resolve(specifier, context, next) {
  if (['mongoose', 'mongodb'].includes(specifier)) throw new Error(advice);
  return next(specifier, context);
}
