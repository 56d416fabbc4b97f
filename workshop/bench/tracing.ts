/**
 * `npm run bench:tracing [-- --seconds 6 --rounds 5]`: the unified profile over two databases without an exporter, with one and
 * every request traced, and with one request of ten traced, in turns; `--other DIRECTORY` has another checkout of the project
 * take its turns too, without an exporter. The ratios are of the medians.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { demoAgencies } from '../demo-data/agencies/demo-agencies.ts';
import { linkedPerson } from '../demo-data/known/demo-ids.ts';
import { demoRecords } from '../demo-data/records.ts';
import { writeDemoRecords } from '../demo-data/write.ts';
import { openDatabases } from '../scripts/development/databases.ts';
import { type Measured, measure, median } from './profile/measure.ts';
import { profileQuestions } from './profile/questions.ts';
import { benchMatch } from './stacks/bench-keys.ts';
import { type Stack, startStack } from './stacks/start-stack.ts';

const print = (line = '') => process.stdout.write(`${line}\n`);

/** Takes spans and lets them go, which costs this process as little as a collector elsewhere would cost the stack. */
async function sink() {
  let bytes = 0;
  const server = createServer((request, response) => {
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
    });
    request.on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end('{}'));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    received: () => bytes,
    close: () => server.closeAllConnections(),
  };
}

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '6' },
    rounds: { type: 'string', default: '5' },
    other: { type: 'string' },
  },
});
const directory = mkdtempSync(join(tmpdir(), 'concord-bench-'));
const collector = await sink();
const exporting = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url };
const oneOfTen = { OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.1' };

const databases = await openDatabases(directory, process.env, print);
const stacks = new Map<string, Stack>();
try {
  const records = demoRecords({ seed: 7, dossiersPerAgency: 300 });
  for (const agency of demoAgencies)
    await writeDemoRecords(agency, databases.uris[agency], records[agency], benchMatch());
  const questions = await profileQuestions(directory, [linkedPerson.BELARUS], 1);
  const start = (settings?: NodeJS.ProcessEnv) => startStack('ours', directory, databases.uris, settings);
  stacks.set('off', await start());
  if (values.other) {
    const file = pathToFileURL(join(resolve(values.other), 'workshop/bench/stacks/start-stack.ts')).href;
    const other = (await import(file)) as { startStack: typeof startStack };
    stacks.set('other checkout', await other.startStack('ours', directory, databases.uris));
  }
  stacks.set('every request', await start(exporting));
  stacks.set('one of ten', await start({ ...exporting, ...oneOfTen }));

  const measured = new Map<string, Measured[]>([...stacks.keys()].map((name) => [name, []]));
  for (const stack of stacks.values()) await measure(stack, questions, 4);
  for (let round = 0; round < Number(values.rounds); round += 1)
    for (const [name, stack] of stacks)
      measured.get(name)?.push(await measure(stack, questions, Number(values.seconds)));

  const costOf = ({ processor }: Measured) => [...processor.values()].reduce((sum, each) => sum + each, 0);
  const cost = (name: string) => median((measured.get(name) ?? []).map(costOf));
  const rate = (name: string) => median((measured.get(name) ?? []).map((each) => each.requestsPerSecond));
  print('\n                  requests/s   processor ms a request   to off');
  for (const name of stacks.keys()) {
    const [requests, milliseconds] = [rate(name).toFixed(0).padStart(10), cost(name).toFixed(2).padStart(22)];
    print(`${name.padEnd(18)}${requests}   ${milliseconds}   ${(cost(name) / cost('off')).toFixed(2)}`);
  }
  print(`${Math.round(collector.received() / 1024)} KiB of spans received`);
} finally {
  for (const stack of stacks.values()) await stack.stop();
  await databases.stop();
  collector.close();
  rmSync(directory, { recursive: true, force: true });
}
