import { ristretto255, ristretto255_hasher, ristretto255_oprf } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import { blindInput } from '../../../../../subgraphs/agency/matching/two-key/blind.ts';
import { evaluate, faultInAnswer } from '../../../../../subgraphs/agency/matching/two-key/evaluate.ts';
import { newEvaluationKey } from '../../../../../subgraphs/agency/matching/two-key/evaluation-key.ts';
import {
  faultInElement,
  groupIsReady,
  hashToGroup,
  hashToScalar,
  scalarIn,
  scalars,
} from '../../../../../subgraphs/agency/matching/two-key/group.ts';
import { done } from '../../../../support/two-key/two-key-agencies.ts';

await groupIsReady;

const { voprf } = ristretto255_oprf;
const { Point } = ristretto255;
const context = 'OPRFV1-\x01-ristretto255-SHA512';
const bytes = (array: Uint8Array) => new Uint8Array(array);
const inputs = fc.uint8Array({ minLength: 0, maxLength: 200 }).map(bytes);
const batches = fc.array(inputs, { minLength: 1, maxLength: 5 });
const scalarBytes = fc
  .bigInt({ min: 1n, max: Point.Fn.ORDER - 1n })
  .map((number) => Point.Fn.toBytes(number));

/** Another implementation of RFC 9497, by other authors, from arithmetic of its own. */
describe('beside another library', () => {
  test('inputs are hashed to the same elements and scalars', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const element = ristretto255_hasher.hashToCurve(input, { DST: `HashToGroup-${context}` });
        expect(bytes(hashToGroup(input))).toEqual(element.toBytes());
        const scalar = ristretto255_hasher.hashToScalar(input, { DST: `HashToScalar-${context}` });
        expect(bytes(hashToScalar(input))).toEqual(Point.Fn.toBytes(scalar));
      }),
      { numRuns: 100 },
    );
  });

  test('scalars are worked with to the same', () => {
    const number = (scalar: Uint8Array) => Point.Fn.fromBytes(scalar);
    fc.assert(
      fc.property(scalarBytes, scalarBytes, (first, second) => {
        const [one, other] = [scalarIn(first), scalarIn(second)];
        expect(number(scalars.times(one, other))).toBe(Point.Fn.mul(number(one), number(other)));
        expect(number(scalars.minus(one, other))).toBe(Point.Fn.sub(number(one), number(other)));
        expect(number(scalars.inverse(one))).toBe(Point.Fn.inv(number(one)));
      }),
      { numRuns: 200 },
    );
  });

  test('its proofs hold here, and ours there', () => {
    fc.assert(
      fc.property(batches, (batch) => {
        const key = newEvaluationKey();
        const blinded = batch.map((input) => blindInput(input));
        const asked = blinded.map(({ element }) => element);
        const theirs = voprf.blindEvaluateBatch(key.secretKey, key.publicKey, asked);
        expect(faultInAnswer(key.publicKey, asked, theirs)).toBeUndefined();
        const ours = done(evaluate(key, asked));
        expect(ours.evaluated.map(bytes)).toEqual(theirs.evaluated);
        const items = blinded.map(({ blind, element }, place) => ({
          input: batch[place] ?? new Uint8Array(),
          blind,
          blinded: element,
          evaluated: ours.evaluated[place] ?? new Uint8Array(),
        }));
        expect(voprf.finalizeBatch(items, key.publicKey, ours.proof)).toHaveLength(batch.length);
      }),
      { numRuns: 15 },
    );
  });

  test('bytes are an element to both or to neither', () => {
    const isElement = (array: Uint8Array) => {
      try {
        return !Point.fromBytes(array).is0();
      } catch {
        return false;
      }
    };
    // One in eight of these is an element.
    const near = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((array) => {
      const changed = bytes(array);
      changed[0] = (changed[0] ?? 0) & 0xfe;
      changed[31] = (changed[31] ?? 0) & 0x7f;
      return changed;
    });
    let elements = 0;
    fc.assert(
      fc.property(near, (array) => {
        const isOne = isElement(array);
        if (isOne) elements++;
        expect(faultInElement(array) === undefined).toBe(isOne);
      }),
      { numRuns: 400 },
    );
    expect(elements).toBeGreaterThan(0);
  });

  test('a scalar is read where it is one, and refused where it is not reduced, zero or of another length', () => {
    const of = (number: bigint, length = 32) =>
      bytes(Buffer.from(number.toString(16).padStart(2 * length, '0'), 'hex').reverse());
    const { ORDER } = Point.Fn;
    for (const number of [1n, 2n, ORDER - 1n]) expect(bytes(scalarIn(of(number)))).toEqual(of(number));
    for (const wrong of [of(0n), of(ORDER), of(ORDER + 1n), of(2n ** 256n - 1n), of(1n, 31), of(1n, 33)])
      expect(() => scalarIn(wrong)).toThrow(RangeError);
  });
});
