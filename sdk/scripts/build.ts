/** `npm run -w sdk build`: writes `dist/`, prints what the client weighs in a page, and fails when that is too much. */
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { manifestOf } from '../src/codegen/manifest.ts';
import * as operations from '../src/generated/operations.ts';
import { bundleSize, largestBundle } from './bundle-size.ts';
import { currentSchema } from './schema-files.ts';

const path = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url));

rmSync(path('dist'), { recursive: true, force: true });
execFileSync(path('../node_modules/.bin/tsc'), ['-p', path('tsconfig.build.json')], { stdio: 'inherit' });
writeFileSync(path('dist/schema.graphql'), currentSchema());
// The documents by agency name others again.
const manifest = manifestOf(
  Object.values(operations).flatMap((operation) => ('concord' in operation ? [operation.concord] : [])),
);
writeFileSync(path('dist/persisted-documents.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);

const { minified, gzipped } = await bundleSize(path('dist/index.js'));
process.stdout.write(
  `@concord/sdk: ${minified} bytes minified, ${gzipped} gzipped, at most ${largestBundle}\n`,
);
if (gzipped > largestBundle) process.exitCode = 1;
