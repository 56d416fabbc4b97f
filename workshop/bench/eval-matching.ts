/**
 * `npm run eval:matching [-- --pairs FILE]`: scores labelled pairs through the code of the search, and says how often it is
 * right. Without a file it makes pairs of its own; with --libraries, Latin as libraries of others write it (Python). With --peer,
 * nomenklatura (Python) ranks the same pairs, and both are shown at their best. The last line is JSON.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readOptions } from '../../commands/options/read-options.ts';
import { complain, runCommand } from '../../commands/running/run-command.ts';
import { matchBands } from '../../terms/enums.ts';
import {
  byKind,
  byScore,
  figuresOf,
  hardestOf,
  hashOf,
  hitsByKind,
  type Judged,
  judge,
  precisionOfBand,
  precisionOfHits,
} from './eval-matching/evaluate.ts';
import { peerRankings } from './eval-matching/peer/peer-rankings.ts';
import { plotOf } from './eval-matching/plot.ts';
import { atBestF1, type Ranked, recallAtPrecision } from './eval-matching/ranking.ts';
import { labelledPairs } from './matching-pairs/labelled-pairs.ts';
import { libraryStyles } from './matching-pairs/libraries/library-styles.ts';
import { fromTsv } from './matching-pairs/tsv.ts';

const optionsSchema = z.object({
  pairs: z.string().optional(),
  count: z.coerce.number('--count must be 1 to 1000000').int().min(1).max(1_000_000).default(20_000),
  seed: z.coerce.number('--seed must be a whole number').int().default(7),
  plot: z.string().optional(),
  libraries: z.boolean().default(false),
  peer: z.boolean().default(false),
});

const print = (line: string) => process.stdout.write(`${line}\n`);

const told = ({ pair: { kind, a, b, label }, score }: Judged): string => {
  const name = ({ surname, given, patronymic, birth }: typeof a) =>
    [surname, given, patronymic, birth].filter(Boolean).join(' ');
  const why = score.evidence.map((one) => `${one.kind} ${one.outcome}`).join(', ');
  return `  ${score.total.toFixed(1)}  ${kind}, ${label}: ${name(a)} | ${name(b)}  (${why})`;
};

const inBits = (bits: number) => (Number.isFinite(bits) ? bits.toFixed(0) : '').padStart(3);

function printByScore(judged: readonly Judged[]): void {
  print('by score, in bits:');
  for (const { from, to, band = '', pairs, same, precision } of byScore(judged))
    print(
      `${inBits(from)} to ${inBits(to)}  ${band.padEnd(8)} ${String(pairs).padStart(6)} pairs, ${String(same).padStart(6)} of one person, ${precision.toFixed(4)}`,
    );
  for (const band of matchBands) print(`precision of ${band} ${precisionOfBand(judged, band).toFixed(4)}`);
}

function printRanking(name: string, ranked: readonly Ranked[], precision: number): void {
  const { f1, threshold, ...best } = atBestF1(ranked);
  const figures = [f1, best.precision, best.recall].map((figure) => figure.toFixed(4));
  print(
    `${name.padEnd(40)} best F1 ${figures[0]} (precision ${figures[1]}, recall ${figures[2]}, from ${threshold.toFixed(2)}), recall at precision ${precision.toFixed(4)}: ${recallAtPrecision(ranked, precision).toFixed(4)}`,
  );
}

/**
 * Shows both matchers at their best F1, and at the precision that ours has in use.
 * @returns false where the peer cannot be run
 */
function printPeer(judged: readonly Judged[]): boolean {
  const peer = peerRankings(judged.map(({ pair }) => pair));
  if (!peer) {
    complain(
      'eval:matching: nomenklatura cannot be installed here: --peer needs python3, pip and a package index.',
    );
    return false;
  }
  const { precision } = figuresOf(judged);
  const ours = judged.map(({ pair, score }) => ({ score: score.total, isSame: pair.label === 'same' }));
  printRanking('this matcher', ours, precision);
  const ranked = [...peer].sort(([, one], [, other]) => atBestF1(other).f1 - atBestF1(one).f1);
  for (const [setting, ranking] of ranked) printRanking(`nomenklatura ${setting}`, ranking, precision);
  return true;
}

await runCommand(
  'eval:matching',
  'npm run eval:matching -- [--pairs FILE | --count 20000 --seed 7 [--libraries]] [--peer] [--plot FILE.svg]',
  async () => {
    const string = { type: 'string' } as const;
    const options = {
      pairs: string,
      count: string,
      seed: string,
      plot: string,
      libraries: { type: 'boolean' },
      peer: { type: 'boolean' },
    } as const;
    const { values } = parseArgs({ options });
    const { pairs: file, count, seed, plot, libraries, peer } = readOptions(optionsSchema, values);
    const latin = libraries ? libraryStyles() : undefined;
    if (libraries && !latin) {
      print(JSON.stringify({ pairs: null, precision: null, recall: null }));
      return 0;
    }
    const pairs =
      file === undefined ? labelledPairs(count, seed, latin) : fromTsv(readFileSync(file, 'utf8'));
    const judged = pairs.map(judge);
    for (const [kind, { right, all }] of [...byKind(judged)].sort())
      print(`${kind.padEnd(20)} ${String(right).padStart(6)} of ${String(all).padStart(6)}`);
    const hardest = hardestOf(judged, 15);
    if (hardest.length > 0) print(`hardest of ${judged.filter(({ isRight }) => !isRight).length} errors:`);
    for (const one of hardest) print(told(one));
    print('hits, by what agrees alone:');
    for (const [kind, { all, POSSIBLE, STRONG }] of [...hitsByKind(judged)].sort())
      print(
        `${kind.padEnd(20)} POSSIBLE ${String(POSSIBLE).padStart(5)}, STRONG ${String(STRONG).padStart(5)} of ${String(all).padStart(6)}`,
      );
    for (const band of matchBands)
      print(`precision of ${band} hits ${precisionOfHits(judged, band).toFixed(4)}`);
    printByScore(judged);
    const isComparedOrNotAsked = !peer || printPeer(judged);
    if (plot !== undefined) writeFileSync(plot, plotOf(judged));
    print(`sha256 of all results ${hashOf(judged)}`);
    print(JSON.stringify(figuresOf(judged)));
    return isComparedOrNotAsked ? 0 : 1;
  },
);
