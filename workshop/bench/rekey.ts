/**
 * `npm run bench:rekey [-- --dossiers 10000]`: the tokens by which dossiers are found, on a MongoDB server: how much they take of the
 * disk, how many dossiers a second are re-keyed, and how many keys of the index a lookup examines. Re-keying is measured twice: with
 * names that the process has not worked out before, and with those that it has.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openAgency } from '../../subgraphs/agency/agency.ts';
import { dossierFeatures } from '../../subgraphs/agency/matching/dossier-features.ts';
import { candidateTokens, type MatchKeys } from '../../subgraphs/agency/matching/tokens.ts';
import type { OpenedAgency } from '../../subgraphs/agency/opened-agency.ts';
import type { DossierRecord } from '../../subgraphs/agency/records/dossier/dossier-record.ts';
import { belarus } from '../../subgraphs/belarus/definition.ts';
import { demoNaming } from '../demo-data/naming/demo-naming.ts';
import { demoRecords } from '../demo-data/records.ts';
import { cacheVariable } from '../embedded-mongodb/cache-of.ts';
import { choiceOf } from '../embedded-mongodb/find-mongod.ts';
import { startEmbeddedMongoDb } from '../embedded-mongodb/start.ts';
import { processorTime } from './profile/processor-time.ts';
import { benchKeys } from './stacks/bench-keys.ts';

const perBatch = 1_000;
const lookedUp = 200;

const print = (line: string) => process.stdout.write(`${line}\n`);
const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const goal = (isMet: boolean): string => (isMet ? 'met' : 'missed');

/** Re-keys all dossiers, and says how many that were in a second of the clock, and in one of the processor time of this process and of the server. */
async function rekeyed({ rekey }: OpenedAgency, count: number) {
  const [from, spent] = [performance.now(), process.cpuUsage()];
  const spentByServer = processorTime(server.pid) ?? Number.NaN;
  const report = await rekey();
  if (report.rekeyed !== count || report.left > 0) throw new Error(`re-keyed ${JSON.stringify(report)}`);
  const { user, system } = process.cpuUsage(spent);
  return {
    clock: (count / (performance.now() - from)) * 1_000,
    processor: (count / (user + system)) * 1_000_000,
    server: count / ((processorTime(server.pid) ?? Number.NaN) - spentByServer),
  };
}

/** The bytes that the tokens of all dossiers take: in the documents, and in the indexes. */
async function bytesOfTokens({
  models: { dossiers },
}: OpenedAgency): Promise<{ stored: number; indexed: number }> {
  const [stored] = await dossiers.aggregate<{ bytes: number }>([
    { $group: { _id: null, bytes: { $sum: { $bsonSize: '$match' } } } },
  ]);
  const [stats] = await dossiers.aggregate<{ storageStats: { indexSizes: Record<string, number> } }>([
    { $collStats: { storageStats: {} } },
  ]);
  const sizes = Object.entries(stats?.storageStats.indexSizes ?? {});
  const indexed = sizes.reduce((sum, [name, size]) => (name.startsWith('match_') ? sum + size : sum), 0);
  return { stored: stored?.bytes ?? 0, indexed };
}

/** The keys of the index that the lookup of a dossier’s candidates examines, and the dossiers that it finds. */
async function lookup({ models: { dossiers } }: OpenedAgency, keys: MatchKeys, dossier: DossierRecord) {
  const tokens = candidateTokens(
    keys.all,
    dossierFeatures(dossier, () => true),
  );
  const explained = (await dossiers
    .find({ 'match.tokens': { $in: tokens } }, { _id: 1 })
    .explain('executionStats')) as unknown as {
    executionStats: { totalKeysExamined: number; nReturned: number };
  };
  const { totalKeysExamined, nReturned } = explained.executionStats;
  return { tokens: tokens.length, examined: totalKeysExamined, found: nReturned };
}

const { values } = parseArgs({ options: { dossiers: { type: 'string', default: '10000' } } });
const count = Number(values.dossiers);
const directory = mkdtempSync(join(tmpdir(), 'concord-bench-'));
const server = await startEmbeddedMongoDb({
  dataDirectory: join(directory, 'database'),
  choice: choiceOf(process.env),
  report: print,
  // As much as an agency's server has at least: with less, it writes changed pages of its indexes over and over.
  environment: { ...process.env, [cacheVariable]: process.env[cacheVariable] ?? '1' },
});
try {
  const records = demoRecords({ seed: 7, dossiersPerAgency: count }).BELARUS.dossiers;
  const open = (matchKeys: MatchKeys) =>
    openAgency(belarus, { uri: server.uri }, { matchKeys, naming: demoNaming });
  const keys = benchKeys();
  const opened = await open(keys);
  const { dossiers } = opened.models;
  for (let from = 0; from < count; from += perBatch) {
    const batch = records.slice(from, from + perBatch).map((record) => ({ ...record, match: undefined }));
    await dossiers.insertMany(batch, { ordered: false });
  }
  const first = await rekeyed(opened, count);
  const { stored, indexed } = await bytesOfTokens(opened);
  const perDossier = (await dossiers.find({}, { match: 1 }).lean<DossierRecord[]>()).map(
    ({ match }) => (match?.tokens.length ?? 0) + (match?.unsigned?.length ?? 0),
  );
  const kilobytes = (bytes: number) => (bytes / count / 1_000).toFixed(2);
  const total = (stored + indexed) / count / 1_000;
  print(`dossiers                         ${count.toLocaleString('en')}`);
  print(
    `tokens a dossier                 ${median(perDossier)} at the median, ${Math.max(...perDossier)} at most`,
  );
  print(
    `kB of tokens a dossier           ${total.toFixed(2)}: ${kilobytes(stored)} stored, ${kilobytes(indexed)} in indexes; goal at most 4, ${goal(total <= 4)}`,
  );
  const lookups: Awaited<ReturnType<typeof lookup>>[] = [];
  for (let index = 0; index < lookedUp; index++)
    lookups.push(await lookup(opened, keys, records[(index * 31) % count] as DossierRecord));
  const each = (of: 'tokens' | 'examined' | 'found') => median(lookups.map((one) => one[of]));
  print(
    `a lookup of candidates           ${each('tokens')} tokens, ${each('examined')} keys of the index examined, ${each('found')} dossiers found, at the median`,
  );
  await opened.close();
  const next = benchKeys();
  const reopened = await open({ current: next.current, all: [next.current, keys.current] });
  const again = await rekeyed(reopened, count);
  const after = await bytesOfTokens(reopened);
  const rate = ({ clock, processor, server: byServer }: typeof first) =>
    `${clock.toFixed(0)} dossiers a second, ${processor.toFixed(0)} in a second of its processor time, ${byServer.toFixed(0)} in one of the server's`;
  print(`re-keying, names new             ${rate(first)}; goal 500, ${goal(first.clock >= 500)}`);
  print(`re-keying, names known           ${rate(again)}; goal 500, ${goal(again.clock >= 500)}`);
  print(`kB in indexes after re-keying    ${kilobytes(after.indexed)}`);
  await reopened.close();
} finally {
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
}
