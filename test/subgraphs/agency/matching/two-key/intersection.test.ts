import { afterAll, expect, test } from 'vitest';
import { mostInBatch } from '../../../../../subgraphs/agency/matching/two-key/batch.ts';
import { CurvePool } from '../../../../../subgraphs/agency/matching/two-key/curve-pool.ts';
import type { Indicator } from '../../../../../subgraphs/agency/matching/two-key/indicator.ts';
import { streamOf } from '../../../../../workshop/demo-data/chance/random.ts';
import { phoneNumber } from '../../../../../workshop/demo-data/invented/phone-number.ts';
import {
  done,
  newTwoKeys,
  otherOf,
  type TwoAgency,
  tokenText,
} from '../../../../support/two-key/two-key-agencies.ts';

const each = 1_000;
const inCommon = 137;

/** Milliseconds: it takes twenty seconds of a core, of which a busy machine gives a part. */
const longest = 600_000;

const pool = new CurvePool();
afterAll(() => pool.stop());

/** Different numbers, the same in each run. */
function planted(): Record<TwoAgency, Indicator[]> {
  const random = streamOf('two-key intersection');
  const numbers = new Set<string>();
  while (numbers.size < 2 * each - inCommon) numbers.add(phoneNumber(random));
  const all = [...numbers].map((value): Indicator => ({ kind: 'PHONE', value }));
  return { BELARUS: all.slice(0, each), RUSSIA: all.slice(each - inCommon) };
}

test(
  'a thousand identifiers at each agency: those in common are found, all of them and no others',
  async () => {
    const keys = newTwoKeys();
    const indicators = planted();
    const tokensOf = async (agency: TwoAgency): Promise<Map<string, string>> => {
      const found = new Map<string, string>();
      const [own, other] = [keys[agency], keys[otherOf(agency)]];
      for (let from = 0; from < each; from += mostInBatch) {
        const slots = indicators[agency].slice(from, from + mostInBatch);
        const batch = await pool.blind(slots);
        const answer = done(
          await pool.evaluate(
            other,
            batch.map(({ element }) => element),
          ),
        );
        const { elements } = done(await pool.finish({ own, other: other.publicKey, batch, answer }));
        for (const [place, element] of elements.entries())
          found.set(tokenText(element, 'BELARUS'), slots[place]?.value ?? '');
      }
      return found;
    };
    const [belarus, russia] = [await tokensOf('BELARUS'), await tokensOf('RUSSIA')];
    const values = new Set(indicators.RUSSIA.map(({ value }) => value));
    const common = indicators.BELARUS.map(({ value }) => value).filter((value) => values.has(value));
    const found = [...belarus].filter(([token]) => russia.has(token));
    expect([belarus.size, russia.size, common.length]).toEqual([each, each, inCommon]);
    expect(found.map(([, value]) => value).sort()).toEqual(common.sort());
    expect(found.filter(([token, value]) => russia.get(token) !== value)).toEqual([]);
  },
  longest,
);
