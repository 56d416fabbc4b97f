import { blindElement, randomBlinded } from '../../../../../subgraphs/agency/matching/two-key/blind.ts';
import {
  epochFactorOf,
  isFactorBetween,
  toldFactorOf,
} from '../../../../../subgraphs/agency/matching/two-key/epoch-factor.ts';
import { newEvaluationKey } from '../../../../../subgraphs/agency/matching/two-key/evaluation-key.ts';
import type { Indicator } from '../../../../../subgraphs/agency/matching/two-key/indicator.ts';
import {
  elementsOf,
  elementsOfBatch,
  newTwoKeys,
  type TwoAgency,
  tokenText,
} from '../../../../support/two-key/two-key-agencies.ts';

const [before, after] = [newTwoKeys(), newTwoKeys()];
const factors = {
  BELARUS: epochFactorOf(before.BELARUS, after.BELARUS),
  RUSSIA: epochFactorOf(before.RUSSIA, after.RUSSIA),
};
const told = toldFactorOf(before.RUSSIA, after.RUSSIA);
const between = { current: before.RUSSIA.publicKey, next: after.RUSSIA.publicKey };

const phones = (...lasts: number[]): Indicator[] =>
  lasts.map((last) => ({ kind: 'PHONE', value: `+37500000000${last}` }));
const values = { BELARUS: phones(1, 2, 3, 4), RUSSIA: phones(3, 4, 5) };

/** Stored elements of an agency brought to the next epoch; nobody looks at a value again. */
const raisedBy = (agency: TwoAgency, elements: readonly Uint8Array[]) =>
  elementsOfBatch(
    factors,
    agency,
    elements.map((element) => blindElement(element)),
  );

/** The places of an agency's elements of which the other would tell the same tokens. */
const matches = (own: readonly Uint8Array[], others: readonly Uint8Array[], epochs: [string, string]) => {
  const expected = new Set(others.map((element) => tokenText(element, 'RUSSIA', epochs[1])));
  return own.flatMap((element, place) =>
    expected.has(tokenText(element, 'RUSSIA', epochs[0])) ? [place] : [],
  );
};

describe('a change of epoch', () => {
  const old = {
    BELARUS: elementsOf(before, 'BELARUS', values.BELARUS),
    RUSSIA: elementsOf(before, 'RUSSIA', values.RUSSIA),
  };
  const raised = { BELARUS: raisedBy('BELARUS', old.BELARUS), RUSSIA: raisedBy('RUSSIA', old.RUSSIA) };

  test('keeps every match, and makes none', () => {
    expect(matches(old.BELARUS, old.RUSSIA, ['2026', '2026'])).toEqual([2, 3]);
    expect(matches(raised.BELARUS, raised.RUSSIA, ['2027', '2027'])).toEqual([2, 3]);
  });

  test('leads to the elements that the new keys would give, so that new identifiers match raised ones', () => {
    expect(raised.BELARUS).toEqual(elementsOf(after, 'BELARUS', values.BELARUS));
  });

  test('makes old tokens and elements meaningless', () => {
    expect(matches(old.BELARUS, raised.RUSSIA, ['2026', '2027'])).toEqual([]);
    expect(matches(old.BELARUS, raised.RUSSIA, ['2027', '2027'])).toEqual([]);
  });

  test('gives one agency nothing with its own factor alone', () => {
    const alone = { ...factors, RUSSIA: newEvaluationKey() };
    const elements = elementsOfBatch(
      alone,
      'BELARUS',
      old.BELARUS.map((element) => blindElement(element)),
    );
    expect(matches(elements, raised.RUSSIA, ['2027', '2027'])).toEqual([]);
  });

  test('raises dummies beside the rest, which match nothing', () => {
    const [element] = old.BELARUS as [Uint8Array];
    const [first, second] = elementsOfBatch(factors, 'BELARUS', [randomBlinded(), blindElement(element)]);
    expect(second).toEqual(raised.BELARUS[0]);
    expect(matches([first as Uint8Array], raised.RUSSIA, ['2027', '2027'])).toEqual([]);
  });

  test('shows whoever raises no element, and never the same twice', () => {
    const [element] = old.BELARUS as [Uint8Array];
    const [one, other] = [blindElement(element), blindElement(element)];
    expect(one.element).not.toEqual(element);
    expect(one.element).not.toEqual(other.element);
  });
});

describe('a factor that is told', () => {
  test('is the one between the agency’s two public keys', () => {
    expect(isFactorBetween(told, between)).toBe(true);
    expect(told.publicKey).toEqual(factors.RUSSIA.publicKey);
  });

  test('is refused between other keys, in the other direction, or when it is another', () => {
    const stranger = newEvaluationKey().publicKey;
    expect(isFactorBetween(told, { ...between, next: stranger })).toBe(false);
    expect(isFactorBetween(told, { ...between, current: stranger })).toBe(false);
    expect(isFactorBetween(told, { current: between.next, next: between.current })).toBe(false);
    expect(isFactorBetween({ ...told, publicKey: stranger }, between)).toBe(false);
    expect(isFactorBetween({ ...told, proof: new Uint8Array(64) }, between)).toBe(false);
  });

  test('does not lead from a key to itself', () => {
    expect(() => epochFactorOf(before.RUSSIA, before.RUSSIA)).toThrow('the next key is the present one');
    const same = { current: between.current, next: between.current };
    expect(isFactorBetween(told, same)).toBe(false);
  });
});
