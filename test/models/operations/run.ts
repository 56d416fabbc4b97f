/**
 * `npm run model:operations [-- --histories N] [--first SEED]`: lives through 100,000 random histories of a joint operation, or as many as are named, at both
 * agencies, over a channel that loses, doubles, delays and reorders, with databases that are restored to an earlier copy. It ends with an error when a claim of
 * its last line does not hold.
 */
import { parseArgs } from 'node:util';
import { liveHistories } from './live-histories.ts';
import { reportOf } from './report.ts';

const { values } = parseArgs({ options: { histories: { type: 'string' }, first: { type: 'string' } } });
const { lines, isGood } = reportOf(
  liveHistories(Number(values.histories ?? 100_000), Number(values.first ?? 1)),
);
process.stdout.write(`${lines.join('\n')}\n`);
if (!isGood) process.exitCode = 1;
