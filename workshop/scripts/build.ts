/**
 * `npm run build [-- --force] [--production] [--into DIRECTORY] [--also FILE]…`: builds the files that processes start from into
 * `dist/`, unless it has been built from the same sources already.
 */
import { parseArgs } from 'node:util';
import { buildIfStale } from './build/build-if-stale.ts';

const { values } = parseArgs({
  options: {
    force: { type: 'boolean', default: false },
    production: { type: 'boolean', default: false },
    into: { type: 'string' },
    also: { type: 'string', multiple: true, default: [] },
  },
});
const { into, ...others } = values;
await buildIfStale((line) => process.stdout.write(`${line}\n`), { ...others, ...(into && { into }) });
