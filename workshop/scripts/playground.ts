/**
 * `npm run playground [-- --force]`: builds the page that the gateway serves at `/playground/` from `playground/`, unless it
 * has been built from the same sources already.
 */
import { parseArgs } from 'node:util';
import { buildPlaygroundIfStale } from './playground/build-if-stale.ts';

const { values } = parseArgs({ options: { force: { type: 'boolean', default: false } } });
await buildPlaygroundIfStale((line) => process.stdout.write(`${line}\n`), values);
