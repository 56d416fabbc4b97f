/**
 * One pair of databases of `npm run model:measures`, in a process of its own, whose memory goes with it: `world.ts PLANS SEED` prints what it has counted.
 */
import { live } from './live.ts';

const [plans, seed] = process.argv.slice(2).map(Number);
if (!plans || seed === undefined || Number.isNaN(seed)) throw new Error('world.ts PLANS SEED');
process.stdout.write(JSON.stringify(await live({ plans, seed })));
