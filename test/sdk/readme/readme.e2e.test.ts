import { execFileSync } from 'node:child_process';
import { delimiter } from 'node:path';
import { linked } from '../../support/end-to-end/demo.ts';
import { sharedStack } from '../../support/end-to-end/shared-stack.ts';
import { freePort } from '../../support/end-to-end/stack.ts';
import { officerToken } from '../../support/end-to-end/tokens.ts';
import { long } from '../../support/long.ts';
import { printedSections } from '../../support/printed.ts';
import { textIn } from './page.ts';
import { type Reader, reader } from './reader.ts';

const stack = sharedStack();
const sections = printedSections('sdk/README.md');
const patience = 200_000;

let somebody: Reader;
beforeAll(async () => {
  somebody = await reader({
    CONCORD_ENDPOINT: `${stack.gateway}/graphql`,
    CONCORD_TOKEN: await officerToken(stack, 'belarus'),
  });
}, patience);
afterAll(() => somebody.end());

interface Followed {
  /** What was printed, beside what the README says is. */
  printings: { done: string; said: string }[];
  /** Lines that start something that goes on. */
  servers: string[];
}

/** Does what a section says, in its order. */
async function follow(heading: string): Promise<Followed> {
  const followed: Followed = { printings: [], servers: [] };
  let output: string | undefined;
  for (const { language, about, code } of sections.get(heading) ?? []) {
    if (about === 'serve') followed.servers.push(code);
    else if (about.startsWith('run')) output = await somebody.run(code);
    else if (language === 'text') followed.printings.push({ done: output ?? '', said: code });
    else if (about !== '') somebody.write(about, code);
  }
  return followed;
}

/** What a section says that its program prints. */
const saidIn = (heading: string) => sections.get(heading)?.find(({ language }) => language === 'text')?.code;

/** The Node that runs the tests, and those that `SDK_NODES` names, by their versions. */
const nodes = [process.execPath, ...(process.env.SDK_NODES ?? '').split(delimiter).filter(Boolean)].map(
  (path) => [execFileSync(path, ['--version'], { encoding: 'utf8' }).trim(), path] as const,
);

test(
  'a profile in five minutes, from the packed package in an empty folder',
  async () => {
    const { printings } = await follow('A profile in five minutes');
    expect(printings).toHaveLength(1);
    for (const { done, said } of printings) expect(done).toBe(said);
  },
  patience,
);

// The one that runs the tests has done so above.
long.test.each(nodes)(
  'the same with Node %s',
  async (version, node) => {
    expect(await somebody.run('node --version', node)).toBe(`${version}\n`);
    expect(await somebody.run('node main.js', node)).toBe(saidIn('A profile in five minutes'));
  },
  patience,
);

test(
  'the same in a browser, bundled, from its own origin',
  async () => {
    const { servers } = await follow('In a browser');
    const port = String(await freePort());
    for (const line of servers) somebody.serve(line, { PORT: port });
    expect(`${await textIn(`http://localhost:${port}/`, 'pre')}\n`).toBe(saidIn('A profile in five minutes'));
  },
  patience,
);

test(
  'operations of one’s own',
  async () => {
    const { printings } = await follow('Operations of your own');
    expect(printings).toHaveLength(1);
    for (const { done, said } of printings) expect(done.endsWith(said)).toBe(true);
  },
  patience,
);

long.test.each(nodes)(
  'operations of one’s own with Node %s',
  async (_version, node) => {
    const printed = await somebody.run('node phones.js', node);
    expect(printed).toBe(saidIn('Operations of your own'));
  },
  patience,
);

/** A program that uses what the section prints. It records nothing, as others use the stack too: the input has no offence. */
const uses = `import { type CaseMandate, createConcordClient } from '@concord/sdk';
import type { DossierInput } from '@concord/sdk/operations';
import { ids, inWords, record, search } from './more.js';

const mandate: CaseMandate = { purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT', case: 'BY-2026-000001' };
const concord = createConcordClient({
  endpoint: process.env.CONCORD_ENDPOINT ?? '',
  token: process.env.CONCORD_TOKEN ?? '',
  mandate,
});
const national = createConcordClient({
  endpoint: process.env.CONCORD_ENDPOINT ?? '',
  token: process.env.CONCORD_TOKEN ?? '',
  mandate: { purpose: 'PREVENTION', legalBasis: 'NATIONAL_LAW', case: 'BY-2026-000001' },
});
const provenance = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' } as const;
const input: DossierInput = {
  handlingCode: 'ON_RELEASE',
  cases: ['BY-2026-000001'],
  offences: [],
  status: { stage: 'SUSPECTED', provenance },
};
console.log(JSON.stringify({
  ids: await ids(concord),
  found: await search(concord, 'Haradzeyka Yauhen'),
  foundNationally: await search(national, 'Haradzeyka Yauhen'),
  recorded: await record(concord, input),
  refused: await inWords(record(concord, { ...input, cases: 7 as never })),
}));
`;

/** A program that uses what the section prints. Nothing is compared in a stack of tests: there is no alert. */
const usesAlerts = `import { createConcordClient } from '@concord/sdk';
import { acknowledge, open } from './alerts.js';

const concord = createConcordClient({
  endpoint: process.env.CONCORD_ENDPOINT ?? '',
  token: process.env.CONCORD_TOKEN ?? '',
  mandate: { purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT', case: 'BY-2026-000001' },
});
const listed: string[] = [];
for await (const line of open(concord)) listed.push(line);
console.log(JSON.stringify({ listed, refused: await acknowledge(concord, { id: 'BYA-0000000000000000', version: 1 }) }));
`;

describe('the sections after them', () => {
  // They are compiled at once.
  beforeAll(async () => {
    for (const heading of [
      'Lists, actions, errors',
      'Requests for information',
      'Joint operations',
      'Alerts',
    ])
      await follow(heading);
    somebody.write('uses.ts', uses);
    somebody.write('uses-alerts.ts', usesAlerts);
    await somebody.run('npx tsc');
  }, patience);

  test(
    'lists, actions and errors do what they say',
    async () => {
      const done = JSON.parse(await somebody.run('node uses.js'));
      expect(new Set(done.ids).size).toBe(done.ids.length);
      expect(done.ids.length).toBeGreaterThan(100);
      expect(done.found).toContain(`S-${linked.belarus}`);
      expect(done.found.join()).not.toMatch(/withholds/);
      expect(done.foundNationally.join()).toMatch(/RUSSIA withholds IDENTITY here \(LEGAL_BASIS\)/);
      expect(done.recorded).toMatch(/offence/i);
      expect(done.refused).toMatch(/^BAD_USER_INPUT: .* Support knows it as [\w-]+\.$/);
    },
    patience,
  );

  test(
    'requests and joint operations compile, and alerts are listed and acknowledged',
    async () => {
      const done = JSON.parse(await somebody.run('node uses-alerts.js'));
      expect(done.listed).toEqual([]);
      expect(done.refused).toMatch(/^This agency has no such record/);
    },
    patience,
  );
});
