/** Preloaded into a process (`node --import`), has it say at its end which packages of OpenTelemetry it has loaded. */
import { writeSync } from 'node:fs';
import { createRequire } from 'node:module';

const { cache } = createRequire(import.meta.url);

process.on('exit', () => {
  const found = Object.keys(cache).flatMap((file) => /@opentelemetry\/([\w-]+)/.exec(file)?.[1] ?? []);
  writeSync(1, `\nloaded: ${[...new Set(found)].join(' ')}.\n`);
});
