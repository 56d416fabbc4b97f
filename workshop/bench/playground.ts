/**
 * `npm run bench:playground [-- --rounds 5]`: the playground's bundle, and how long a browser that has never seen it takes to
 * the first answer, against GraphiQL as it comes, bundled and served the same way, in turns.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { developmentToken } from '../../identity/development-token.ts';
import { developmentIssuer, developmentKeys } from '../scripts/development/keys.ts';
import { buildPlaygroundIfStale } from '../scripts/playground/build-if-stale.ts';
import { chromiumIn } from '../scripts/playground/chromium.ts';
import { type Contender, type FirstAnswer, firstAnswer } from './playground/first-answer.ts';
import { plainGraphiql } from './playground/plain-graphiql.ts';
import { startStack } from './stacks/start-stack.ts';

const print = (line = '') => process.stdout.write(`${line}\n`);
const median = (values: number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const mandate = { purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT', case: 'BY-2026-000001' };

/** Kibibytes of all that a page can load, as they are and in each compressed form. */
function sizes(assets: string): string {
  const total = (pattern: RegExp) =>
    readdirSync(assets)
      .filter((name) => pattern.test(name) && !name.endsWith('.txt'))
      .reduce((sum, name) => sum + statSync(join(assets, name)).size, 0);
  const kib = (bytes: number) => `${Math.round(bytes / 1024)} KiB`;
  return `raw ${kib(total(/(?<!\.br|\.gz)$/))}, gzip ${kib(total(/\.gz$/))}, brotli ${kib(total(/\.br$/))}`;
}

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
await buildPlaygroundIfStale(print);
const directory = mkdtempSync(join(tmpdir(), 'concord-bench-'));
const stack = await startStack('ours', directory, undefined);
const token = await developmentToken(
  readFileSync(developmentKeys(directory).issuers.BELARUS.privateKey, 'utf8'),
  {
    issuer: developmentIssuer('BELARUS'),
    subject: 'bench',
    roles: ['INVESTIGATOR'],
    cases: [mandate.case],
    lifetime: '2h',
  },
);
const plain = await plainGraphiql(stack.url, {
  authorization: `Bearer ${token}`,
  'concord-purpose': mandate.purpose,
  'concord-legal-basis': mandate.legalBasis,
  'concord-case': mandate.case,
});
const page = new URL('/playground/', stack.url).href;
const contenders: Contender[] = [
  {
    name: 'playground',
    address: page,
    run: '.toolbar .primary',
    async prepare(context) {
      await context.request.post(`${page}session`, {
        headers: { 'concord-playground': '1' },
        data: { token },
      });
      await context.addInitScript(`sessionStorage.setItem('concord:mandate', '${JSON.stringify(mandate)}')`);
    },
  },
  {
    name: 'plain GraphiQL',
    address: plain.address,
    run: '.graphiql-execute-button',
    prepare: async () => undefined,
  },
];

const browser = await chromium.launch({
  executablePath: chromiumIn(process.env),
  args: ['--no-sandbox'],
});
try {
  const measured = new Map<string, FirstAnswer[]>(contenders.map(({ name }) => [name, []]));
  // The first round is for what is cold elsewhere than in the browser.
  for (let round = 0; round <= Number(values.rounds); round++) {
    for (const contender of contenders) {
      const result = await firstAnswer(browser, contender);
      if (round > 0) measured.get(contender.name)?.push(result);
    }
  }
  const medians = contenders.map(({ name }) => {
    const results = measured.get(name) ?? [];
    return {
      name,
      milliseconds: median(results.map(({ milliseconds }) => milliseconds)),
      bytes: median(results.map(({ bytes }) => bytes)),
    };
  });
  print(
    `playground bundle:     ${sizes(join(import.meta.dirname, '..', '..', 'playground', 'bundle', 'assets'))}`,
  );
  print(`plain GraphiQL bundle: ${sizes(plain.assets)}`);
  for (const { name, milliseconds, bytes } of medians) {
    print(
      `${name}: first answer after ${Math.round(milliseconds)} ms, ${Math.round(bytes / 1024)} KiB loaded`,
    );
  }
  const [ours, theirs] = medians;
  if (ours && theirs) {
    const ratio = (part: 'milliseconds' | 'bytes') => (ours[part] / theirs[part]).toFixed(2);
    print(`playground to plain GraphiQL: time ${ratio('milliseconds')}, bytes ${ratio('bytes')}`);
  }
} finally {
  await browser.close();
  await plain.close();
  await stack.stop();
  rmSync(directory, { recursive: true });
}
