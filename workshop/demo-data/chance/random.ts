/**
 * A stream of numbers that depends on its labels alone. Every list of every dossier draws from a stream of its own, so
 * that a list added later leaves all other values as they were. Not for secrets.
 */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** One of the pairs' items, as often as its weight says. */
  weighted<T>(pairs: readonly (readonly [T, number])[]): T;
}

/** Four 32-bit words from a text: MurmurHash3's mixing and finalizer, as in the public-domain xmur3. */
function seedWords(text: string): [number, number, number, number] {
  let h = 1779033703 ^ text.length;
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 3432918353);
    h = (h << 13) | (h >>> 19);
  }
  const word = () => {
    h = Math.imul(h ^ (h >>> 16), 2246822507);
    h = Math.imul(h ^ (h >>> 13), 3266489909);
    h ^= h >>> 16;
    return h >>> 0;
  };
  return [word(), word(), word(), word()];
}

/** sfc32, the small fast chaotic generator of PractRand (Chris Doty-Humphrey, public domain). */
function sfc32(seed: [number, number, number, number]): () => number {
  let [a, b, c, counter] = seed;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  // The first numbers still resemble the seed; PractRand throws twelve away, too.
  for (let i = 0; i < 12; i++) next();
  return next;
}

export function streamOf(...labels: readonly (string | number)[]): Random {
  const next = sfc32(seedWords(labels.join('/')));
  const random: Random = {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (probability) => next() < probability,
    pick: <T>(items: readonly T[]) => {
      if (items.length === 0) throw new RangeError('nothing to pick from');
      return items[random.between(0, items.length - 1)] as T;
    },
    weighted: (pairs) => {
      let rest = next() * pairs.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of pairs) {
        rest -= weight;
        if (rest < 0) return item;
      }
      throw new RangeError('nothing to pick from');
    },
  };
  return random;
}
