import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { type CreateGateway, ourGateway } from './support/both-gateways.ts';
import { type Mutant, mutants } from './support/mutants.ts';
import { smallSupergraph } from './support/small-supergraph.ts';
import { traps } from './support/traps.ts';
import { isExpected } from './support/verdict.ts';

/** Below the installed packages, so that what is built there finds them. */
const directory = mkdtempSync(join('node_modules', '.mutants-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** The gateway, built with a mistake in it. */
async function withMistake(mutant: Pick<Mutant, 'file' | 'from' | 'to'>): Promise<CreateGateway> {
  const changed = join('gateway', 'execution', mutant.file);
  const text = readFileSync(changed, 'utf8');
  if (text.split(mutant.from).length !== 2) throw new Error(`${changed} does not have once: ${mutant.from}`);
  const built = await build({
    entryPoints: ['test/gateway/execution/support/plain-gateway.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    plugins: [
      {
        name: 'mistake',
        setup({ onLoad }) {
          onLoad({ filter: new RegExp(`execution/${mutant.file.replace('.', '[.]')}$`) }, () => ({
            contents: text.replace(mutant.from, () => mutant.to),
            loader: 'ts',
          }));
        },
      },
    ],
  });
  const file = join(directory, `${mutants.indexOf(mutant as Mutant)}.mjs`);
  writeFileSync(file, built.outputFiles[0]?.text ?? '');
  const { plainGateway } = await import(pathToFileURL(file).href);
  return plainGateway;
}

/** The traps of which a gateway's answer is not as expected. */
async function failing(create: CreateGateway, among: typeof traps): Promise<string[]> {
  const gateway = await ourGateway(smallSupergraph, create);
  const found: string[] = [];
  for (const each of among)
    if (!isExpected(each, await gateway.ask(each.asked, each.answer))) found.push(each.claim);
  return found;
}

test('each trap has a mistake that it must notice', () => {
  const ofMistakes = new Set(mutants.map(({ trap }) => trap));
  expect([...new Set(traps.map(({ trap }) => trap))].sort()).toEqual([...ofMistakes].sort());
});

test('built without a mistake the gateway falls into no trap', async () => {
  const unchanged = { file: 'own.ts', from: 'export type Data', to: 'export type Data' };
  expect(await failing(await withMistake(unchanged), traps)).toEqual([]);
});

describe.each(mutants)('in $file, $to in place of: $from', (mutant) => {
  test('is noticed', async () => {
    const among = traps.filter(({ trap }) => trap === mutant.trap);
    expect(await failing(await withMistake(mutant), among)).not.toEqual([]);
  });
});
