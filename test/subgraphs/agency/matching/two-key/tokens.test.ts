import fc from 'fast-check';
import { mostInBatch } from '../../../../../subgraphs/agency/matching/two-key/batch.ts';
import { blind, randomBlinded } from '../../../../../subgraphs/agency/matching/two-key/blind.ts';
import { evaluate } from '../../../../../subgraphs/agency/matching/two-key/evaluate.ts';
import { newEvaluationKey } from '../../../../../subgraphs/agency/matching/two-key/evaluation-key.ts';
import { finish, type ToFinish } from '../../../../../subgraphs/agency/matching/two-key/finish.ts';
import type { Indicator } from '../../../../../subgraphs/agency/matching/two-key/indicator.ts';
import { tokenLength } from '../../../../../subgraphs/agency/matching/two-key/token-under.ts';
import { indicatorKinds } from '../../../../../terms/enums.ts';
import {
  done,
  elementsOf,
  elementsOfBatch,
  newTwoKeys,
  tokenText,
} from '../../../../support/two-key/two-key-agencies.ts';

const keys = newTwoKeys();
const phone: Indicator = { kind: 'PHONE', value: '+375000000001' };

const indicators = fc.record({
  kind: fc.constantFrom(...indicatorKinds),
  value: fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
});

describe('a token', () => {
  test('has 128 bits', () => {
    expect(tokenLength * 8).toBe(128);
    expect(tokenText(elementsOf(keys, 'BELARUS', [phone])[0], 'BELARUS')).toMatch(/^[0-9a-f]{32}$/);
  });

  test('is the same at both agencies exactly when kind and form are', () => {
    fc.assert(
      fc.property(indicators, indicators, (one, other) => {
        const isSame = one.kind === other.kind && one.value === other.value;
        const [mine, theirs] = [elementsOf(keys, 'BELARUS', [one]), elementsOf(keys, 'RUSSIA', [other, one])];
        expect(mine[0]).toEqual(theirs[1]);
        expect(Buffer.from(mine[0] ?? []).equals(theirs[0] ?? new Uint8Array())).toBe(isSame);
      }),
      { numRuns: 25 },
    );
  });

  test('of equal digits of two kinds differs', () => {
    const values = indicatorKinds.map((kind): Indicator => ({ kind, value: '35693803564380' }));
    const elements = elementsOf(keys, 'RUSSIA', values);
    expect(new Set(elements.map((element) => tokenText(element, 'RUSSIA'))).size).toBe(indicatorKinds.length);
  });

  test('does not run two parts together', () => {
    const [one, other] = elementsOf(keys, 'BELARUS', [
      { kind: 'SIM_BOX', value: 'A' },
      { kind: 'SIM_BOX', value: 'A\0' },
    ]);
    expect(one).not.toEqual(other);
  });

  test('is another one for each teller, so that nobody tells the other’s own tokens back to it', () => {
    const [element] = elementsOf(keys, 'BELARUS', [phone]);
    expect(tokenText(element, 'BELARUS')).toBe(tokenText(elementsOf(keys, 'RUSSIA', [phone])[0], 'BELARUS'));
    expect(tokenText(element, 'BELARUS')).not.toBe(tokenText(element, 'RUSSIA'));
  });

  test('needs both keys: with another one in the place of either it is another', () => {
    const [element] = elementsOf(keys, 'BELARUS', [phone]);
    for (const agency of ['BELARUS', 'RUSSIA'] as const)
      expect(elementsOf({ ...keys, [agency]: newEvaluationKey() }, 'BELARUS', [phone])[0]).not.toEqual(
        element,
      );
  });
});

describe('what is sent to be evaluated', () => {
  test('is another element each time, and finishes to the same', () => {
    const batch = [blind(phone), blind(phone)];
    expect(batch[0]?.element).not.toEqual(batch[1]?.element);
    const [one, other] = elementsOfBatch(keys, 'BELARUS', batch);
    expect(one).toEqual(other);
  });

  test('may be a dummy, which has the shape of the rest and matches nothing, not even another dummy', () => {
    const batch = [blind(phone), randomBlinded(), randomBlinded()];
    expect(batch.map((slot) => [slot.blind.length, slot.element.length])).toEqual(
      Array.from({ length: 3 }, () => [32, 32]),
    );
    const elements = elementsOfBatch(keys, 'RUSSIA', batch);
    expect(new Set(elements.map((element) => tokenText(element, 'RUSSIA'))).size).toBe(3);
  });
});

/** The order of the field, less one bit of spelling: 2^255 - 19 and what a reader might take for zero. */
const order = 2n ** 255n - 19n;
const littleEnd = (number: bigint) =>
  new Uint8Array(Buffer.from(number.toString(16).padStart(64, '0'), 'hex').reverse());

const notElements: [string, Uint8Array, 'NOT_AN_ELEMENT' | 'IDENTITY'][] = [
  ['the identity', new Uint8Array(32), 'IDENTITY'],
  ['the identity, spelled in another way', littleEnd(order), 'NOT_AN_ELEMENT'],
  ['a number that is not reduced', littleEnd(order + 2n), 'NOT_AN_ELEMENT'],
  ['a negative number', littleEnd(1n), 'NOT_AN_ELEMENT'],
  ['off the group', littleEnd(8n), 'NOT_AN_ELEMENT'],
  ['all ones', new Uint8Array(32).fill(0xff), 'NOT_AN_ELEMENT'],
  ['a byte short', new Uint8Array(31).fill(1), 'NOT_AN_ELEMENT'],
  ['a byte long', new Uint8Array(33), 'NOT_AN_ELEMENT'],
  ['empty', new Uint8Array(), 'NOT_AN_ELEMENT'],
];

describe('a batch to evaluate', () => {
  const { element } = blind(phone);

  test.each(notElements)('is refused with an element that is %s', (_what, wrong, fault) => {
    expect(evaluate(keys.RUSSIA, [element, wrong, element])).toEqual({ kind: 'refused', fault, place: 1 });
  });

  test('is refused when it is empty or too large, before any of it is read', () => {
    expect(evaluate(keys.RUSSIA, [])).toEqual({ kind: 'refused', fault: 'EMPTY' });
    const many = Array.from({ length: mostInBatch + 1 }, () => new Uint8Array());
    expect(evaluate(keys.RUSSIA, many)).toEqual({ kind: 'refused', fault: 'TOO_LARGE' });
  });

  test('is evaluated when it is as large as may be', () => {
    const batch = Array.from({ length: mostInBatch }, () => element);
    expect(done(evaluate(keys.RUSSIA, batch)).evaluated).toHaveLength(mostInBatch);
  });
});

describe('an answer', () => {
  const batch = [blind(phone), blind({ kind: 'DOMAIN', value: 'mail.example.org' }), randomBlinded()];
  const asked = batch.map(({ element }) => element);
  const answer = done(evaluate(keys.RUSSIA, asked));
  const right: ToFinish = { own: keys.BELARUS, other: keys.RUSSIA.publicKey, batch, answer };
  const faultOf = (changed: Partial<ToFinish>) => {
    const finished = finish({ ...right, ...changed });
    return finished.kind === 'refused' ? finished.fault : 'none';
  };

  test('is finished when it is whole', () => {
    expect(faultOf({})).toBe('none');
  });

  const changed = (array: Uint8Array, place: number, by: number) =>
    array.map((byte, index) => (index === place ? byte ^ by : byte));
  const flips = (length: number) =>
    fc.record({ place: fc.nat(length - 1), by: fc.integer({ min: 1, max: 255 }) });
  const slots = fc.nat(batch.length - 1);

  test('is refused when any byte of it is altered: of an element, or of the proof', () => {
    fc.assert(
      fc.property(slots, flips(32), (slot, { place, by }) => {
        const evaluated = answer.evaluated.map((each, index) =>
          index === slot ? changed(each, place, by) : each,
        );
        expect(faultOf({ answer: { ...answer, evaluated } })).toMatch(
          /^(?:NOT_AN_ELEMENT|IDENTITY|WRONG_PROOF)$/,
        );
      }),
      { numRuns: 60 },
    );
    fc.assert(
      fc.property(flips(64), ({ place, by }) => {
        expect(faultOf({ answer: { ...answer, proof: changed(answer.proof, place, by) } })).toBe(
          'WRONG_PROOF',
        );
      }),
      { numRuns: 30 },
    );
  });

  test('is refused when any byte of the batch that was sent, or of the public key, is altered', () => {
    fc.assert(
      fc.property(slots, flips(32), (slot, { place, by }) => {
        const sent = batch.map((each, index) =>
          index === slot ? { ...each, element: changed(each.element, place, by) } : each,
        );
        expect(faultOf({ batch: sent })).toMatch(/^(?:NOT_AN_ELEMENT|IDENTITY|WRONG_PROOF)$/);
      }),
      { numRuns: 40 },
    );
    fc.assert(
      fc.property(flips(32), ({ place, by }) => {
        expect(faultOf({ other: changed(keys.RUSSIA.publicKey, place, by) })).toMatch(
          /^(?:PUBLIC_KEY_MALFORMED|WRONG_PROOF)$/,
        );
      }),
      { numRuns: 40 },
    );
  });

  test('is refused of another key, although its proof holds for that one', () => {
    const another = newEvaluationKey();
    const theirs = done(evaluate(another, asked));
    expect(faultOf({ answer: theirs, other: another.publicKey })).toBe('none');
    expect(faultOf({ answer: theirs })).toBe('WRONG_PROOF');
  });

  test('is refused when one element alone is of another key, or two have changed places', () => {
    const [first, second, third] = answer.evaluated as [Uint8Array, Uint8Array, Uint8Array];
    const [strange] = done(evaluate(newEvaluationKey(), asked)).evaluated as [Uint8Array];
    for (const evaluated of [
      [strange, second, third],
      [second, first, third],
    ])
      expect(faultOf({ answer: { ...answer, evaluated } })).toBe('WRONG_PROOF');
  });

  test('is refused for another batch, even one with the same identifiers', () => {
    const again = [blind(phone), blind({ kind: 'DOMAIN', value: 'mail.example.org' }), randomBlinded()];
    expect(faultOf({ batch: again })).toBe('WRONG_PROOF');
  });

  test('is refused when elements are missing or too many', () => {
    const { evaluated, proof } = answer;
    for (const wrong of [evaluated.slice(1), [...evaluated, ...evaluated], []])
      expect(faultOf({ answer: { evaluated: wrong, proof } })).toBe('COUNT_DIFFERS');
  });

  test.each([0, 32, 63, 65, 128])('is refused with a proof of %d bytes', (length) => {
    expect(faultOf({ answer: { ...answer, proof: new Uint8Array(length) } })).toBe('WRONG_PROOF');
  });

  test.each(notElements)('is refused with an element that is %s', (_what, wrong, fault) => {
    const evaluated = answer.evaluated.map((each, place) => (place === 2 ? wrong : each));
    expect(finish({ ...right, answer: { ...answer, evaluated } })).toEqual({
      kind: 'refused',
      fault,
      place: 2,
    });
  });

  test.each(notElements)('is refused with a public key that is %s', (_what, wrong) => {
    expect(faultOf({ other: wrong })).toBe('PUBLIC_KEY_MALFORMED');
  });

  test('is no answer to a fault of our own: a key or a blind that is no scalar', () => {
    const zero = new Uint8Array(32);
    expect(() => finish({ ...right, own: { ...keys.BELARUS, secretKey: zero } })).toThrow('zero');
    expect(() => finish({ ...right, batch: batch.map((each) => ({ ...each, blind: zero })) })).toThrow(
      'zero',
    );
  });
});
