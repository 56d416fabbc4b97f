import { relative } from 'node:path';

const root = process.cwd();

/** Deep enough for all that stands between an officer's request and the driver. */
const frames = 200;

/**
 * Which file of ours has sent the command that is on its way, by its path in the repository, and undefined where no stack
 * tells. Whatever waits for a promise stands in a stack below what it waits for, so the file is found behind all of the
 * libraries; only a cursor that is read on has none.
 */
export function originOf(): string | undefined {
  const { prepareStackTrace, stackTraceLimit } = Error;
  Error.stackTraceLimit = frames;
  // Without source maps, which are looked up for every frame otherwise.
  Error.prepareStackTrace = (_error, sites) => sites.map((site) => site.getFileName() ?? '');
  const files = new Error().stack as unknown as string[];
  Object.assign(Error, { prepareStackTrace, stackTraceLimit });
  return files
    .map((file) => relative(root, file.replace(/^file:\/\//, '')))
    .find((file) => !/^\.\.|node_modules|^node:|^$|^test\/support\/queries\//.test(file));
}
