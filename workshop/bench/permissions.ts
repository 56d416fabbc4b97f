/**
 * `npm run bench:permissions [-- --rounds 60 --operations 40]`: what permissions cost a subgraph that answers 50
 * dossiers, against the same execution without rules and against graphql-shield, in one run. It fails when a goal is
 * missed. The last line is the result as JSON.
 */
import { parseArgs } from 'node:util';
import { type Contender, contenders } from './permissions/contenders.ts';
import { median, ratioTo, takeTurns } from './permissions/take-turns.ts';

const print = (line = '') => process.stdout.write(`${line}\n`);

/** @throws when an answer is not what it must be, since a fast error would look like fast permissions */
async function check(contender: Contender, whole: string): Promise<void> {
  const { data, errors, extensions } = await contender.run();
  const withheld = JSON.stringify(extensions?.redactions ?? []);
  const isSame = JSON.stringify(data) === whole;
  if (errors || isSame !== contender.isWhole || (withheld === '[]') !== contender.isWhole)
    throw new Error(`${contender.name} answers wrongly: ${errors?.[0]?.message ?? withheld}`);
}

const meets = (goal: Contender['goal'], ratio: number): boolean =>
  goal === undefined || ('atMost' in goal ? ratio <= goal.atMost : ratio < goal.below);

const told = (goal: Contender['goal']): string =>
  goal === undefined ? '' : 'atMost' in goal ? `at most ${goal.atMost}` : `below ${goal.below}`;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '60' },
    operations: { type: 'string', default: '40' },
  },
});
const options = { rounds: Number(values.rounds), operations: Number(values.operations), warmUps: 10 };

const all = contenders(new Date());
const [baseline] = all;
const whole = JSON.stringify((await baseline.run()).data);
for (const contender of all) await check(contender, whole);

const measured = await takeTurns(all, options);
const results = all.map((contender) => ({
  name: contender.name,
  microseconds: Math.round(median(measured.get(contender) ?? [])),
  ratio: Number(ratioTo(baseline, contender, measured).toFixed(3)),
  goal: told(contender.goal),
  isMet: meets(contender.goal, ratioTo(baseline, contender, measured)),
}));

print(`50 dossiers, medians of ${options.rounds} rounds of ${options.operations} operations a contender`);
print(`${''.padEnd(64)}       µs   ratio   goal`);
for (const { name, microseconds, ratio, goal, isMet } of results) {
  const figures = `${String(microseconds).padStart(8)}${ratio.toFixed(2).padStart(8)}`;
  print(`${name.padEnd(64)} ${figures}   ${goal}${isMet ? '' : ' — MISSED'}`);
}
print(JSON.stringify(results));
if (results.some(({ isMet }) => !isMet)) process.exitCode = 1;
