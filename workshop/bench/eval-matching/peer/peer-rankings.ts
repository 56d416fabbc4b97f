import { join } from 'node:path';
import { z } from 'zod';
import { pythonWith } from '../../matching-pairs/libraries/python-with.ts';
import type { LabelledPair } from '../../matching-pairs/pair.ts';
import type { Ranked } from '../ranking.ts';

const scored = z.record(z.string(), z.array(z.number()));

/**
 * The same pairs with the same fields as nomenklatura (PyPI) ranks them, the best-known open matcher of persons, by each of its
 * algorithms and settings.
 * @returns undefined where Python or pip is not at hand
 */
export function peerRankings(pairs: readonly LabelledPair[]): Map<string, Ranked[]> | undefined {
  const run = pythonWith(join(import.meta.dirname, 'requirements.txt'));
  if (!run) return undefined;
  const asked = JSON.stringify(pairs.map(({ a, b }) => [a, b]));
  const scores = scored.parse(JSON.parse(run(join(import.meta.dirname, 'rank.py'), asked)));
  return new Map(
    Object.entries(scores).map(([setting, each]) => [
      setting,
      pairs.map(({ label }, index) => ({ score: each[index] ?? 0, isSame: label === 'same' })),
    ]),
  );
}
