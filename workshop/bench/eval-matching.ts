/**
 * `npm run eval:matching [-- --pairs FILE]`: scores labelled pairs through the code of the search, and says how often it is
 * right. Without a file it makes pairs of its own. The last line is JSON.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readOptions } from '../../commands/options/read-options.ts';
import { runCommand } from '../../commands/running/run-command.ts';
import { matchBands } from '../../terms/enums.ts';
import {
  byKind,
  figuresOf,
  hardestOf,
  hitsByKind,
  type Judged,
  judge,
  precisionOfHits,
} from './eval-matching/evaluate.ts';
import { plotOf } from './eval-matching/plot.ts';
import { labelledPairs } from './matching-pairs/labelled-pairs.ts';
import { fromTsv } from './matching-pairs/tsv.ts';

const optionsSchema = z.object({
  pairs: z.string().optional(),
  count: z.coerce.number('--count must be 1 to 1000000').int().min(1).max(1_000_000).default(20_000),
  seed: z.coerce.number('--seed must be a whole number').int().default(7),
  plot: z.string().optional(),
});

const print = (line: string) => process.stdout.write(`${line}\n`);

const told = ({ pair: { kind, a, b, label }, score }: Judged): string => {
  const name = ({ surname, given, patronymic, birth }: typeof a) =>
    [surname, given, patronymic, birth].filter(Boolean).join(' ');
  const why = score.evidence.map((one) => `${one.kind} ${one.outcome}`).join(', ');
  return `  ${score.total.toFixed(1)}  ${kind}, ${label}: ${name(a)} | ${name(b)}  (${why})`;
};

await runCommand(
  'eval:matching',
  'npm run eval:matching -- [--pairs FILE | --count 20000 --seed 7] [--plot FILE.svg]',
  async () => {
    const string = { type: 'string' } as const;
    const { values } = parseArgs({ options: { pairs: string, count: string, seed: string, plot: string } });
    const { pairs: file, count, seed, plot } = readOptions(optionsSchema, values);
    const pairs = file === undefined ? labelledPairs(count, seed) : fromTsv(readFileSync(file, 'utf8'));
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
    if (plot !== undefined) writeFileSync(plot, plotOf(judged));
    print(JSON.stringify(figuresOf(judged)));
    return 0;
  },
);
