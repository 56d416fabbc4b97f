/**
 * `npm run bench:outages [-- --pairs 5 --seconds 5]`: what Belarus's half costs its readers while Russia is well, hangs, and is gone.
 * Both halves are asked of a stack whose Russia is out of order, Belarus's alone of one in which all is well: the same work,
 * in turns. The first pairs are of two stacks that are both well, which shows how far the machine itself can be trusted.
 *
 * With `--heavy [--seconds 60 --each 8 --callers 20]`: what an officer meets beside the worst query that others may still ask.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { linkedPerson } from '../demo-data/known/demo-ids.ts';
import { benchHeavy } from './outages/heavy.ts';
import { latencies, percentile } from './profile/latencies.ts';
import { median } from './profile/measure.ts';
import { callerToken } from './profile/questions.ts';
import { type Stack, startStack } from './stacks/start-stack.ts';

const goal = 1.05;
const connections = 4;
const print = (line = '') => process.stdout.write(`${line}\n`);

const half = `{ id handlingCode names { kind script full patronymic } birth { date precision } citizenships { country }
  contacts { kind value service } roles { kind coerced } offences { article { code title } } status { stage } cases }`;
const alone = `query Half($id: ID!) { suspect(id: $id) { belarus ${half} } }`;
const both = `query Both($id: ID!) { suspect(id: $id) { belarus ${half} russia ${half} } }`;

const { values } = parseArgs({
  options: {
    heavy: { type: 'boolean', default: false },
    pairs: { type: 'string', default: '5' },
    seconds: { type: 'string' },
    each: { type: 'string', default: '8' },
    callers: { type: 'string', default: '20' },
  },
});
const pairs = Number(values.pairs);
const seconds = Number(values.seconds ?? (values.heavy ? '60' : '5'));
const directory = mkdtempSync(join(tmpdir(), 'concord-bench-'));
const token = values.heavy ? '' : await callerToken(directory);

interface Percentiles {
  p50: number;
  p99: number;
}

/** The wait of an officer of Belarus who asks a stack, in milliseconds. */
async function ask({ url }: Stack, query: string, time: number = seconds): Promise<Percentiles> {
  const measured = await latencies(
    {
      url,
      headers: {
        authorization: `Bearer ${token}`,
        'concord-purpose': 'INVESTIGATION',
        'concord-legal-basis': 'COOPERATION_AGREEMENT',
        'concord-case': 'BY-2026-000001',
      },
      body: JSON.stringify({ query, variables: { id: linkedPerson.BELARUS } }),
      isExpected: (text) => text.includes('"BY-'),
    },
    time,
    connections,
  );
  return { p50: percentile(measured, 0.5), p99: percentile(measured, 0.99) };
}

/** Asks until the gateway has found out that Russia is down. */
async function untilGivenUp(stack: Stack): Promise<void> {
  const isOpen = async () =>
    (await (await fetch(stack.metrics ?? '')).text()).includes(
      'concord_agency_breaker_open{agency="RUSSIA"} 1',
    );
  while (!(await isOpen())) {
    await ask(stack, both, 0.1);
    await sleep(100);
  }
}

/** @returns the median ratio of the 99th percentiles, broken to well */
async function compare(title: string, well: Stack, broken: Stack, query: string): Promise<number> {
  const turns: [Percentiles, Percentiles][] = [];
  for (let pair = 0; pair < pairs; pair += 1) turns.push([await ask(well, alone), await ask(broken, query)]);
  print(title);
  const ratioOf = (of: keyof Percentiles): number => {
    const ratios = turns.map(([first, second]) => second[of] / first[of]);
    const [one, other] = [0, 1].map((index) =>
      median(turns.map((turn) => turn[index]?.[of] ?? Number.NaN)).toFixed(1),
    );
    const spread = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
    print(`  ${of} ${one} ms, ${other} ms: ratio ${median(ratios).toFixed(2)}, from ${spread}`);
    return median(ratios);
  };
  ratioOf('p50');
  return ratioOf('p99');
}

const russiaOf = ({ processes }: Stack) => {
  const found = processes.find(({ name }) => name === 'russia subgraph');
  if (!found) throw new Error('no Russia');
  return found.pid;
};

/** A process that is stopped hears of nothing, also not that it is to end. */
const goOn = (pid: number): void => {
  try {
    process.kill(pid, 'SIGCONT');
  } catch {
    // It is gone.
  }
};

async function benchOutages(): Promise<void> {
  const stacks: Stack[] = [];
  try {
    for (let number = 0; number < 2; number += 1) stacks.push(await startStack('ours', directory, undefined));
    const [well, broken] = stacks as [Stack, Stack];
    // Until the code that is run often has been compiled, every stack is slower than it will be.
    for (const stack of stacks) for (const query of [alone, both]) await ask(stack, query, 4);
    print(`medians of ${pairs} pairs of ${seconds} s each, ${connections} connections`);
    await compare('both well, the same query', well, broken, alone);
    process.kill(russiaOf(broken), 'SIGSTOP');
    await untilGivenUp(broken);
    const hung = await compare('Russia hangs: Belarus alone, both', well, broken, both);
    process.kill(russiaOf(broken), 'SIGKILL');
    const killed = await compare('Russia is gone: Belarus alone, both', well, broken, both);
    print(`goal: at most ${goal}`);
    if (Math.max(hung, killed) > goal) process.exitCode = 1;
  } finally {
    for (const stack of stacks) {
      goOn(russiaOf(stack));
      await stack.stop();
    }
  }
}

try {
  if (values.heavy) {
    const callers = Number(values.callers);
    const heavy = { directory, seconds, secondsEach: Number(values.each), callers, print };
    if (!(await benchHeavy(heavy))) process.exitCode = 1;
  } else await benchOutages();
} finally {
  rmSync(directory, { recursive: true, force: true });
}
