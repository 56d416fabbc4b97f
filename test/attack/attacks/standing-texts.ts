import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Caller } from '../../support/end-to-end/callers.ts';
import { linked } from '../../support/end-to-end/demo.ts';
import { evaluateIn } from '../../support/end-to-end/from-inside.ts';
import type { Attack } from '../attack.ts';
import type { Target } from '../target.ts';
import { demandPid, isLive, untilWhole } from './standstill.ts';

/** Milliseconds in which a process answers whose loop does not stand still, on a slow machine too. */
export const soon = 3_000;

/** Tells whether a process answers nobody at some time while something is asked of it. */
export async function keepsFromAll(
  target: Target,
  address: string,
  asking: () => Promise<unknown>,
): Promise<boolean> {
  let isAsked = false;
  const asked = asking().finally(() => {
    isAsked = true;
  });
  let answers = true;
  // What is asked may come to the process late, or a part at a time.
  do {
    await Promise.race([sleep(300), asked.catch(() => undefined)]);
    answers = await isLive(address, soon);
  } while (answers && !isAsked);
  // A process that has stood still for too long ends itself, and what it was asked with it.
  await (answers ? asked : asked.catch(() => undefined));
  await untilWhole(target);
  return !answers;
}

/** A process that somebody who has broken in keeps busy. */
export const broken = (target: Target) =>
  keepsFromAll(target, target.russia, async () =>
    evaluateIn(
      await demandPid(target, 'subgraphs/russia/start.ts'),
      `for (const end = Date.now() + ${3 * soon}; Date.now() < end; );`,
      target.errors,
    ),
  );

const step = (officer: Caller, action: string, type: string, input: object) =>
  officer
    .with('idempotency-key', randomUUID())
    .query(
      `mutation ($input: ${type}!) { belarus { ${action}(input: $input) { ... on InvalidInput { problems { code } } } } }`,
      { input },
    );

/** A search by a partner, who has neither a case nor many rights. */
const searches = (target: Target, criteria: object) =>
  target
    .newOfficer('belarus', 'partner')
    .for('DETECTION')
    .query('query ($criteria: SuspectCriteria!) { searchSuspects(criteria: $criteria) { __typename } }', {
      criteria,
    });

/** A letter with so many marks, which are out of their order: composing them takes their number squared. */
const marked = (marks: number) => `a${'\u0301'.repeat(marks / 2)}${'\u0327'.repeat(marks / 2)}`;

/** A literal of so many letters, each of which is written as six, in a fragment that is spread 950 times. */
function spreadLiteral(letters: number): string {
  const places = Array.from({ length: 190 }, (_none, n) => `a${n}: belarus { ${'...F '.repeat(5)} }`);
  return `{ ${places.join(' ')} } fragment F on BelarusQuery { __typename(x: "${'\u007f'.repeat(letters)}") }`;
}

/** Asks without a good token, from one of nine addresses, with a header that takes long to read. */
const asksWith = (
  gateway: string,
  address: number,
  headers: Record<string, string>,
  path = '/graphql',
): Promise<unknown> =>
  new Promise((resolve) => {
    const asked = request({
      ...{
        host: '127.0.0.1',
        localAddress: `127.0.0.${10 + (address % 9)}`,
        path,
        method: 'POST',
        agent: false,
      },
      port: new URL(gateway).port,
      headers: { 'content-type': 'application/json', authorization: 'Bearer not.a.token', ...headers },
    });
    asked.once('error', resolve);
    asked.once('response', (answer) => answer.resume().once('close', resolve));
    asked.end('{"query":"{ __typename }"}');
  });

/** Whether the gateway answers nobody while strangers ask so many times with such a header. */
const keepsByHeader = (target: Target, times: number, headers: Record<string, string>, path?: string) =>
  keepsFromAll(target, target.gateway, () =>
    Promise.all(Array.from({ length: times }, (_none, n) => asksWith(target.gateway, n, headers, path))),
  );

export const standingTextAttacks: readonly Attack[] = [
  {
    mend: 'marks of a text',
    name: 'a search of 200 kB by a partner, for a letter with marks without end, beside which the gateway answers nobody',
    makesOutages: true,
    control: broken,
    heldBy: ['QUERY_TOO_LARGE'],
    attempt: (target) =>
      keepsFromAll(target, target.gateway, () =>
        searches(target, { surname: marked(100_000), birthDate: '1990-01-01' }),
      ),
  },
  {
    mend: 'marks of a text',
    name: 'a reason of 200 kB for a step on a dossier that there is not, beside which the agency answers nobody',
    makesOutages: true,
    control: broken,
    heldBy: ['QUERY_TOO_LARGE'],
    attempt: (target) =>
      keepsFromAll(target, target.belarus, () =>
        step(target.investigating('belarus', 'investigator'), 'contestValue', 'ValueInput', {
          dossier: 'BY-0000000000000000',
          version: 1,
          value: '00000000-0000-4000-8000-000000000000',
          reason: marked(100_000),
        }),
      ),
  },
  {
    mend: 'wrong values of a variable',
    name: 'thousands of invented fields of one variable by a partner, whose faults the gateway writes down while it answers nobody',
    makesOutages: true,
    control: broken,
    heldBy: ['QUERY_TOO_LARGE'],
    attempt: (target) =>
      keepsFromAll(target, target.gateway, () =>
        searches(
          target,
          Object.fromEntries(Array.from({ length: 6_000 }, (_none, n) => [`birthD${n.toString(36)}`, 1])),
        ),
      ),
  },
  {
    mend: 'long literals',
    name: 'a literal of 120 kB in a fragment that is spread a thousand times, which the gateway prints while it answers nobody',
    makesOutages: true,
    control: broken,
    heldBy: ['QUERY_TOO_LARGE'],
    attempt: (target) =>
      keepsFromAll(target, target.gateway, () =>
        target.newOfficer('belarus', 'partner').for('DETECTION').query(spreadLiteral(120_000)),
      ),
  },
  {
    mend: 'long accepts',
    name: 'requests of strangers whose `accept` has thousands of types, among which the gateway chooses while it answers nobody',
    makesOutages: true,
    control: broken,
    attempt: (target) => keepsByHeader(target, 450, { accept: '/,'.repeat(7_000) }),
  },
  {
    mend: 'long content types',
    name: 'requests of strangers whose `content-type` has thousands of blanks, which the gateway parses while it answers nobody',
    makesOutages: true,
    control: broken,
    attempt: (target) =>
      keepsByHeader(target, 64, { 'content-type': `application/json;${' '.repeat(14_000)}charset` }),
  },
  {
    mend: 'many cookies',
    name: 'requests of strangers to the page with cookies by the thousand, which the gateway reads while it answers nobody',
    makesOutages: true,
    control: broken,
    attempt: (target) =>
      keepsByHeader(
        target,
        1_300,
        { cookie: Array.from({ length: 1_500 }, (_none, n) => `a${n}=%`).join('; ') },
        '/playground/graphql',
      ),
  },
  {
    mend: 'lists of a release',
    name: 'classes and purposes of a release by the thousand, beside which the agency answers nobody',
    makesOutages: true,
    control: broken,
    heldBy: ['TOO_MANY'],
    attempt: (target) =>
      keepsFromAll(target, target.belarus, () =>
        step(target.investigating('belarus', 'supervisor'), 'proposeRelease', 'ReleaseInput', {
          dossier: linked.belarus,
          version: 1,
          to: 'RUSSIA',
          classes: Array<string>(2_500).fill('TACTICAL'),
          purposes: Array<string>(2_500).fill('SOLVING'),
          until: new Date(Date.now() + 86_400_000).toISOString(),
          reason: 'to keep it busy',
        }),
      ),
  },
];
