/**
 * `npm run attack [-- --only WORD]`: tries each attack of `attacks/` on a stack that it starts, the same script first against
 * what it may have. The last line counts them; the exit code is 1 when one succeeded, when a script could not have, or when
 * there were fewer than 25.
 */
import { parseArgs } from 'node:util';
import { carryOut, type Outcome } from './attack.ts';
import { attacks } from './attacks/index.ts';
import { startTarget } from './target.ts';
import { verdictOf } from './verdict.ts';

const fewest = 25;
const { only } = parseArgs({ options: { only: { type: 'string', default: '' } } }).values;
const say = (line: string) => void process.stdout.write(`${line}\n`);

const words: Record<Outcome, string> = {
  held: 'held',
  succeeded: 'SUCCEEDED',
  'not able': 'NOT ABLE TO SUCCEED',
};
const chosen = attacks.filter(({ mend, name }) => `${mend}: ${name}`.includes(only));
const target = await startTarget();
const outcomes: Outcome[] = [];
try {
  for (const attack of chosen) {
    const outcome = await carryOut(attack, target);
    outcomes.push(outcome);
    say(`${words[outcome]}: ${attack.mend}: ${attack.name}`);
  }
} finally {
  await target.stop();
}
const { line, holds } = verdictOf(outcomes, only === '' ? fewest : 1);
say(line);
process.exitCode = holds ? 0 : 1;
