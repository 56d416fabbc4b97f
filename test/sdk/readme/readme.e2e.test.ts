import { execFileSync } from 'node:child_process';
import { delimiter } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sharedStack } from '../../support/end-to-end/shared-stack.ts';
import { freePort } from '../../support/end-to-end/stack.ts';
import { officerToken } from '../../support/end-to-end/tokens.ts';
import { textIn } from './page.ts';
import { printedSections } from './printed.ts';
import { type Reader, reader } from './reader.ts';

const stack = sharedStack();
const sections = printedSections();
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

test.each(nodes)(
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

test.each(nodes)(
  'operations of one’s own with Node %s',
  async (_version, node) => {
    const printed = await somebody.run('node phones.js', node);
    expect(printed).toBe(saidIn('Operations of your own'));
  },
  patience,
);

test(
  'lists, actions and errors compile',
  async () => {
    await follow('Lists, actions, errors');
    await somebody.run('npx tsc');
  },
  patience,
);
