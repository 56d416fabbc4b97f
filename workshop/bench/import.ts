/**
 * `npm run bench:import [-- --lines 20000 --rounds 2]`: an import of lines, as `npm run import` does it, against mongoose's
 * `insertMany` of the dossiers that become of them and of their first lines of history, which checks nothing but the models
 * and is given what the import works out: ids, nodes. Both read a file of JSON lines and write batches of one size, in turns, each round into a new
 * database of one server; the ratio is of the medians.
 */
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { batchSize } from '../../commands/import/batches.ts';
import { importFile, newTally } from '../../commands/import/import-file.ts';
import { recording } from '../../commands/import/recording.ts';
import { openAgency } from '../../subgraphs/agency/agency.ts';
import type { OpenedAgency } from '../../subgraphs/agency/opened-agency.ts';
import type { NewDossier } from '../../subgraphs/agency/records/dossier/steps/new-dossier.ts';
import { storedEntry } from '../../subgraphs/agency/records/history/history-entry.ts';
import { belarus } from '../../subgraphs/belarus/definition.ts';
import { demoNaming } from '../demo-data/naming/demo-naming.ts';
import { demoRecords } from '../demo-data/records.ts';
import { choiceOf } from '../embedded-mongodb/find-mongod.ts';
import { startEmbeddedMongoDb } from '../embedded-mongodb/start.ts';
import { type ImportFiles, writeImportFiles } from './import/write-import-files.ts';
import { benchKeys } from './stacks/bench-keys.ts';

const print = (line = '') => process.stdout.write(`${line}\n`);

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [below, above] = [Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2)];
  return ((sorted[below] ?? Number.NaN) + (sorted[above] ?? Number.NaN)) / 2;
}

async function ours(opened: OpenedAgency, { lines }: ImportFiles): Promise<void> {
  const importer = {
    by: 'bench',
    mandate: { purpose: 'INVESTIGATION', legalBasis: 'NATIONAL_LAW' },
  } as const;
  const steps = {
    ...recording(opened, importer),
    reject: (line: number, problems: unknown) => {
      throw new Error(`line ${line} was rejected: ${JSON.stringify(problems)}`);
    },
    progress: () => undefined,
    isStopping: () => false,
  };
  await importFile(createReadStream(lines), steps, newTally());
}

async function mongoose(
  { models: { dossiers, history } }: OpenedAgency,
  { records }: ImportFiles,
): Promise<void> {
  let batch: NewDossier[] = [];
  const insert = async () => {
    await dossiers.insertMany(
      batch.map(({ dossier }) => dossier),
      { ordered: false },
    );
    await history.insertMany(
      batch.map(({ dossier, entry }) => storedEntry(dossier._id, entry)),
      { ordered: false },
    );
    batch = [];
  };
  for await (const line of createInterface({ input: createReadStream(records) })) {
    batch.push(JSON.parse(line));
    if (batch.length >= batchSize.lines) await insert();
  }
  if (batch.length > 0) await insert();
}

const kinds = { 'our import': ours, "mongoose's insertMany": mongoose };

/** Lines a second, into a database of its own. */
async function measure(kind: keyof typeof kinds, server: string, files: ImportFiles): Promise<number> {
  const uri = new URL(server);
  uri.pathname = `/bench_${process.hrtime.bigint()}`;
  const opened = await openAgency(belarus, { uri: uri.href }, { matchKeys: benchKeys(), naming: demoNaming });
  try {
    const { models } = opened;
    await models.groups.insertMany(files.groups);
    const start = performance.now();
    await kinds[kind](opened, files);
    const seconds = (performance.now() - start) / 1000;
    const written = await models.dossiers.countDocuments();
    if (written !== files.count) throw new Error(`${kind} wrote ${written} of ${files.count}`);
    return files.count / seconds;
  } finally {
    await opened.background.dropDatabase();
    await opened.close();
  }
}

const { values } = parseArgs({
  options: { lines: { type: 'string', default: '20000' }, rounds: { type: 'string', default: '2' } },
});
const [lines, rounds] = [Number(values.lines), Number(values.rounds)];
const directory = mkdtempSync(join(tmpdir(), 'concord-bench-'));
try {
  const files = await writeImportFiles(
    directory,
    demoRecords({ seed: 7, dossiersPerAgency: lines }).BELARUS,
    belarus,
  );
  const server = await startEmbeddedMongoDb({
    dataDirectory: join(directory, 'database'),
    choice: choiceOf(process.env),
    report: print,
  });
  server.exited.then(({ expected, lastWords }) => {
    if (!expected) print(`the server has ended: ${lastWords}`);
  });
  try {
    const names = Object.keys(kinds) as (keyof typeof kinds)[];
    const rates = new Map(names.map((name) => [name, [] as number[]]));
    for (let round = 1; round <= rounds; round += 1) {
      for (const name of names) {
        const rate = await measure(name, server.uri, files);
        rates.get(name)?.push(rate);
        print(`round ${round}: ${name.padEnd(22)} ${rate.toFixed(0).padStart(6)} lines/s`);
      }
    }
    const [our = Number.NaN, other = Number.NaN] = names.map((name) => median(rates.get(name) ?? []));
    print(
      `\n${lines} lines of ${files.bytesALine.toFixed(0)} bytes, batches of ${batchSize.lines}, medians of ${rounds} rounds`,
    );
    print(`our import             ${our.toFixed(0).padStart(6)} lines/s`);
    print(`mongoose's insertMany  ${other.toFixed(0).padStart(6)} lines/s`);
    print(`ratio ours / insertMany: ${(our / other).toFixed(2)}`);
  } finally {
    await server.stop();
  }
} finally {
  rmSync(directory, { recursive: true, force: true });
}
