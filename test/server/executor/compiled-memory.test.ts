import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { type DocumentNode, parse } from 'graphql';
import type { CompiledQuery } from '../../../server/executor/compile-query.ts';
import { Coverage, drawsFrom, randomDocument } from '../../gateway/execution/support/random-document.ts';
import { projectFile, schemaOf } from '../../support/schema-files.ts';
import { makeFaulty } from './support/faulty-schema.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Built, as in production: what loads the source gives each function within another a name, which weighs as much again. */
async function builtCompiler(): Promise<typeof import('../../../server/executor/compile-query.ts')> {
  // Below the installed packages, so that what is built finds them.
  const directory = mkdtempSync(join('node_modules', '.built-'));
  const [source, outfile] = ['server/executor/compile-query.ts', join(directory, 'compile-query.mjs')];
  try {
    const options = { bundle: true, format: 'esm', platform: 'node', packages: 'external' } as const;
    await build({ ...options, entryPoints: [source], outfile });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const { compileQuery } = await builtCompiler();

const schema = schemaOf(projectFile('schema/built/api.graphql'));
makeFaulty(schema, () => ({ seed: 3, rate: 0, met: new Set() }));

/** Bytes that are in use once all that nobody holds is gone; what one collection frees can hold what the next one does. */
function bytesInUse(): number {
  for (let time = 0; time < 4; time += 1) collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** Compiles every document, and runs it in both of its forms: fields are compiled when they are answered for the first time. */
async function compileAll(documents: readonly DocumentNode[]): Promise<CompiledQuery[]> {
  const compiled: CompiledQuery[] = [];
  for (const document of documents) {
    const query = compileQuery({ schema, document });
    for (const yes of [true, false]) await query.run('context', { yes });
    compiled.push(query);
  }
  return compiled;
}

test('compiled queries weigh about as much as they keep of the memory, and grow with what is answered for the first time', async () => {
  const documents = Array.from({ length: 300 }, (_, seed) =>
    parse(randomDocument(schema, drawsFrom(seed), new Coverage())),
  );
  // What is made once for all queries is there by now.
  await compileAll(documents.slice(0, 20));
  const before = bytesInUse();
  const compiled = await compileAll(documents);
  const kept = bytesInUse() - before;
  const weighed = compiled.reduce((sum, { bytes }) => sum + bytes, 0);
  expect(weighed / kept).toBeGreaterThan(0.8);
  expect(weighed / kept).toBeLessThan(2);
});

test('a query weighs nothing before it is run, and no more when it is run again', async () => {
  const query = compileQuery({
    schema,
    document: parse('query ($yes: Boolean!) { __typename @skip(if: $yes) }'),
  });
  expect(query.bytes).toBe(0);
  await query.run('context', { yes: false });
  const { bytes } = query;
  expect(bytes).toBeGreaterThan(0);
  await query.run('context', { yes: false });
  expect(query.bytes).toBe(bytes);
});
