/**
 * `npm run mutate:policy`: flips every cell of each agency's policy table, and what it shares, one at a time, and shows
 * that the comparison of the table's test notices each. It ends with an error when one goes unnoticed.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { belarus } from '../../../subgraphs/belarus/definition.ts';
import { russia } from '../../../subgraphs/russia/definition.ts';
import { demoAgencyOf } from '../../../workshop/demo-data/agencies/demo-agencies.ts';
import { choiceOf } from '../../../workshop/embedded-mongodb/find-mongod.ts';
import { startEmbeddedMongoDb } from '../../../workshop/embedded-mongodb/start.ts';
import { markedAgency } from '../../support/composed/agency.ts';
import { markedRecords } from '../../support/marked/records.ts';
import { flipsOf } from './flips.ts';
import { comparison } from './noticing.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

async function mutate(): Promise<string[]> {
  const unnoticed: string[] = [];
  let total = 0;
  for (const definition of [belarus, russia]) {
    const database = await markedAgency(definition, markedRecords(demoAgencyOf(definition.agency)));
    const notices = comparison(definition, database.stores);
    const flips = flipsOf(demoAgencyOf(definition.agency), definition.policy);
    const all = new Map(flips.flatMap((flip) => flip.viewpoints.map((one) => [JSON.stringify(one), one])));
    const before = await notices(definition.policy, [...all.values()]);
    if (before) throw new Error(`without any flip: ${before}`);
    for (const { name, changed, viewpoints } of flips) {
      total += 1;
      if (!(await notices(changed, viewpoints))) unnoticed.push(name);
    }
    await database.stop();
  }
  for (const name of unnoticed) say(`not noticed: ${name}`);
  say(`${total - unnoticed.length} of ${total} flips noticed`);
  return unnoticed;
}

const directory = await mkdtemp(join(tmpdir(), 'concord-mutate-'));
const server = await startEmbeddedMongoDb({
  dataDirectory: directory,
  choice: choiceOf(process.env),
  report: (line) => process.stderr.write(`${line}\n`),
});
process.env.MONGODB_TEST_URI = server.uri;
try {
  if ((await mutate()).length > 0) process.exitCode = 1;
} finally {
  await server.stop();
  await rm(directory, { recursive: true, force: true });
}
