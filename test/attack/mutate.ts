/**
 * `npm run mutate:attack [-- WORD]`: takes one mend at a time out of a copy of the source, and shows that the attack which it stops then
 * succeeds.
 */
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { breakRules, noticed } from '../mutants/break-rules.ts';
import type { Mutant } from '../mutants/mutant.ts';
import { seedData } from '../support/end-to-end/seeded-data.ts';
import { removeDirectory } from '../support/end-to-end/stack.ts';
import { mutants } from './mutants.ts';

/** How a run on the copy without the mend ended: noticed only if an attack succeeds there, and not if it meets an outage. */
async function outcomeOf(directory: string, { name }: Mutant): Promise<string> {
  const running = spawn(process.execPath, ['--import', 'tsx', 'test/attack/run.ts', '--only', `${name}:`], {
    cwd: directory,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const printed = await text(running.stdout);
  if (/^SUCCEEDED: /m.test(printed)) return noticed;
  if (/^OUTAGE: /m.test(printed)) return 'NOT NOTICED: outage';
  if (/^NOT ABLE TO SUCCEED: /m.test(printed)) return 'NOT NOTICED: its control failed';
  // Its last line counts: one without it did not get so far.
  return / attacks, 0 succeeded$/m.test(printed) ? 'NOT NOTICED' : 'NOT NOTICED: broken';
}

const [, , word = ''] = process.argv;
// No mutant changes how the demo data are written, so they are written once and copied for each.
const seeded = await seedData();
try {
  await breakRules(mutants, word, { outcomeOf });
} finally {
  removeDirectory(seeded);
}
