/**
 * `npm run attack [-- --only WORD] [--against COMMIT]`: tries each attack of `attacks/` on a stack that it starts, the same script
 * first against what it may have. The last line counts them; the exit code is 1 when one succeeded or was stopped by something else
 * than its defence, when a script could not have succeeded or met an outage, or when there were fewer than 25. Against a commit, it
 * tries those that were found in it on what that commit has, and each must succeed there.
 */
import { parseArgs } from 'node:util';
import { runAgainst } from './against.ts';
import { carryOut, type Outcome } from './attack.ts';
import { attacks } from './attacks/index.ts';
import { startTarget } from './target.ts';
import { verdictOf } from './verdict.ts';

const fewest = 25;
const { only, against } = parseArgs({
  options: { only: { type: 'string', default: '' }, against: { type: 'string' } },
}).values;
const say = (line: string) => void process.stdout.write(`${line}\n`);

const words: Record<Outcome, string> = {
  held: 'held',
  succeeded: 'SUCCEEDED',
  'not able': 'NOT ABLE TO SUCCEED',
  'held by another': 'NOT HELD BY ITS DEFENCE',
  outage: 'OUTAGE',
  broken: 'BROKEN',
};

async function runHere(): Promise<boolean> {
  const chosen = attacks.filter(({ mend, name }) => `${mend}: ${name}`.includes(only));
  const target = await startTarget();
  const outcomes: Outcome[] = [];
  try {
    for (const attack of chosen) {
      const { outcome, why } = await carryOut(attack, target);
      outcomes.push(outcome);
      say(`${words[outcome]}: ${attack.mend}: ${attack.name}${why === '' ? '' : ` (${why})`}`);
    }
  } finally {
    await target.stop();
  }
  const { line, holds } = verdictOf(outcomes, only === '' ? fewest : 1);
  say(line);
  return holds;
}

process.exitCode = (await (against === undefined ? runHere() : runAgainst(against, only, say))) ? 0 : 1;
