/** A pair as a matcher ranks it: the higher its score, the likelier it is of one person. */
export interface Ranked {
  score: number;
  isSame: boolean;
}

/** The figures of a matcher that calls one person what has at least some score. */
export interface AtThreshold {
  threshold: number;
  precision: number;
  recall: number;
  /** The harmonic mean of precision and recall. */
  f1: number;
}

/** The figures at every threshold that tells pairs apart, the highest first. */
function* atEachThreshold(ranked: readonly Ranked[]): Generator<AtThreshold> {
  const sorted = [...ranked].sort((one, other) => other.score - one.score);
  const all = ranked.filter(({ isSame }) => isSame).length;
  let right = 0;
  for (const [index, { score, isSame }] of sorted.entries()) {
    if (isSame) right += 1;
    // Pairs of one score are called alike.
    if (sorted[index + 1]?.score === score) continue;
    const called = index + 1;
    yield {
      threshold: score,
      precision: right / called,
      recall: all === 0 ? 1 : right / all,
      f1: right === 0 ? 0 : (2 * right) / (called + all),
    };
  }
}

/** The threshold at which the mean of precision and recall is best. */
export function atBestF1(ranked: readonly Ranked[]): AtThreshold {
  let best: AtThreshold = { threshold: Number.POSITIVE_INFINITY, precision: 1, recall: 0, f1: 0 };
  for (const at of atEachThreshold(ranked)) if (at.f1 > best.f1) best = at;
  return best;
}

/** The best recall of a matcher that is at least as precise; 0 where it never is. */
export function recallAtPrecision(ranked: readonly Ranked[], precision: number): number {
  let best = 0;
  for (const at of atEachThreshold(ranked)) if (at.precision >= precision) best = Math.max(best, at.recall);
  return best;
}
