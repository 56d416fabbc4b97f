/** A process that has a thread of its own blind an identifier, and prints of how many bytes the element is. */
import { CurvePool } from '../../../subgraphs/agency/matching/two-key/curve-pool.ts';

const pool = new CurvePool();
const blinded = await pool.blind([{ kind: 'PHONE', value: '+375000000001' }]);
process.stdout.write(`${blinded.map(({ element }) => element.length)}\n`);
// It is not stopped: an idle thread keeps no process alive.
