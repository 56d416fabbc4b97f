import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { linked, type Profile, profile } from '../support/end-to-end/demo.ts';
import { debuggable, evaluateIn, standingStillAt } from '../support/end-to-end/from-inside.ts';
import { metricsOf } from '../support/end-to-end/metrics.ts';
import { ownStack } from '../support/end-to-end/own-stack.ts';
import { processesOf } from '../support/end-to-end/processes.ts';
import { type Search, search } from '../support/end-to-end/search.ts';
import { newSettings } from '../support/end-to-end/stack.ts';
import { until } from '../support/end-to-end/until.ts';
import { long } from '../support/long.ts';

const standstill = 3_000;
const stack = ownStack({
  ...(await newSettings()),
  ...debuggable,
  CONCORD_RESTART: 'on',
  STANDSTILL_MS: String(standstill),
});

const officer = (name: string) =>
  stack.as('belarus', 'investigator', { sub: `standing-${name}` }).for('INVESTIGATION', 'BY-2026-000001');
const lookFor = (name: string, surname: string) =>
  officer(name).query<Search>(search, { criteria: { name: `${surname} Евгений` } });

async function pidOf(file: string): Promise<number> {
  const [found] = (await processesOf(stack.dataDirectory)).filter(({ command }) => command.includes(file));
  if (!found) throw new Error(`no process runs ${file}`);
  return found.pid;
}

const makeStandAt = async (file: string, word: string) =>
  evaluateIn(await pidOf(file), standingStillAt(word), stack.process().errors);

/** Waits until a process of the stack runs again, and the gateway asks Russia. */
async function untilBack(file: string, before: number): Promise<void> {
  await until(async () => (await pidOf(file).catch(() => before)) !== before, 60_000);
  const isAsked = async () => {
    const answered = await fetch(metricsOf(stack.gateway)).catch(() => undefined);
    return (await answered?.text())?.includes('concord_agency_breaker_open{agency="RUSSIA"} 0') === true;
  };
  await until(isAsked, 60_000);
  const isWhole = async () => {
    const answer = officer('waiting').query<Profile>(profile, { id: linked.belarus });
    return (await answer.catch(() => undefined))?.codes.length === 0;
  };
  await until(isWhole, 60_000);
}

const ended = /russia-subgraph: ended itself, as its event loop stood still for 3 s, (.*)/g;

/** Reads for what Russia's subgraph says that it stood still, each time that it ended itself. */
const endsOfRussia = (): string[] => [...stack.process().errors().matchAll(ended)].map(([, why = '']) => why);

const forOperation = 'for an operation, which it has noted';

const russia = 'subgraphs/russia/start.ts';
const gateway = 'gateway/start.ts';

describe('a subgraph that stands still', () => {
  test('ends itself and is started again, and refuses the query to its caller, who may ask another', async () => {
    const before = await pidOf(russia);
    await makeStandAt(russia, 'Стоянов');
    const beside = lookFor('beside', 'Городейко');
    expect((await lookFor('first', 'Стоянов')).codes).toContain('AGENCY_UNAVAILABLE');
    await beside;
    await untilBack(russia, before);
    expect(endsOfRussia()).toEqual([forOperation]);
    const refused = await lookFor('first', 'Стоянов');
    expect(refused.codes).toEqual(['TOO_MANY_REQUESTS']);
    expect(refused.body.errors?.[0]).toMatchObject({
      message: expect.stringContaining('Ask for less at once'),
      extensions: { agency: 'RUSSIA' },
    });
    expect((await lookFor('first', 'Городейко')).codes).toEqual([]);
    expect((await lookFor('beside', 'Городейко')).codes).toEqual([]);
  });

  long.test(
    'does not refuse it to another officer, until it was theirs too: then it does to everybody',
    async () => {
      const before = await pidOf(russia);
      const ends = endsOfRussia().length;
      await makeStandAt(russia, 'Стоянов');
      expect((await lookFor('second', 'Стоянов')).codes).toContain('AGENCY_UNAVAILABLE');
      await untilBack(russia, before);
      expect(endsOfRussia().slice(ends)).toEqual([forOperation]);
      expect((await lookFor('second', 'Стоянов')).codes).toEqual(['TOO_MANY_REQUESTS']);
      expect((await lookFor('third', 'Стоянов')).codes).toEqual(['TOO_MANY_REQUESTS']);
      expect((await lookFor('third', 'Городейко')).codes).toEqual([]);
    },
  );
});

describe('the gateway that stands still', () => {
  test('is started again too, and refuses the query before it reads it, with the seconds to wait', async () => {
    const before = await pidOf(gateway);
    await makeStandAt(gateway, 'Недвижимов');
    await lookFor('first', 'Недвижимов').catch(() => undefined);
    await untilBack(gateway, before);
    const refused = await lookFor('first', 'Недвижимов');
    expect(refused).toMatchObject({ status: 429, codes: ['TOO_MANY_REQUESTS'] });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(500);
    expect((await lookFor('second', 'Недвижимов')).codes).toEqual([]);
  });
});

describe('a process that stands still', () => {
  test('notes nothing of what was asked, or who has asked it', () => {
    const notes = readdirSync(stack.dataDirectory).filter((name) => name.endsWith('.standstills'));
    expect(notes.length).toBeGreaterThan(0);
    for (const name of notes)
      expect(readFileSync(join(stack.dataDirectory, name), 'utf8')).not.toMatch(
        /Стоянов|Недвижимов|standing|criteria/,
      );
  });

  long.test('for no operation ends itself as well, whatever it is', async () => {
    const attestor = 'subgraphs/russia/attestor.ts';
    const before = await pidOf(attestor);
    await evaluateIn(before, 'for (;;);', stack.process().errors);
    await until(async () => (await pidOf(attestor).catch(() => before)) !== before, 60_000);
  });

  test('since it was stopped goes on where it was', async () => {
    const before = await pidOf(russia);
    process.kill(before, 'SIGSTOP');
    await sleep(2 * standstill);
    process.kill(before, 'SIGCONT');
    await sleep(1.5 * standstill);
    expect(await pidOf(russia)).toBe(before);
    await untilBack(gateway, 0);
  });
});
