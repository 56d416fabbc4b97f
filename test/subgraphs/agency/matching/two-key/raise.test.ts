import { toldFactorOf } from '../../../../../subgraphs/agency/matching/two-key/epoch-factor.ts';
import type { Indicator } from '../../../../../subgraphs/agency/matching/two-key/indicator.ts';
import {
  blindToRaise,
  finishRaising,
  raiseFor,
} from '../../../../../subgraphs/agency/matching/two-key/raise.ts';
import { done, elementsOf, newTwoKeys } from '../../../../support/two-key/two-key-agencies.ts';

const [before, after, others] = [newTwoKeys(), newTwoKeys(), newTwoKeys()];
const phones: Indicator[] = [1, 2, 3].map((last) => ({ kind: 'PHONE', value: `+37500000000${last}` }));
const elements = elementsOf(before, 'BELARUS', phones);
const slots = elements.map((element, place) => ({ name: `N${place}`, element }));
const own = { current: before.BELARUS, next: after.BELARUS };
const theirs = { current: before.RUSSIA, next: after.RUSSIA };
const other = { current: before.RUSSIA.publicKey, next: after.RUSSIA.publicKey };
const batch = slots.map((slot) => blindToRaise(after.BELARUS, slot));
const answer = done(
  raiseFor(
    theirs,
    batch.map(({ element }) => element),
  ),
);

describe('a raised element', () => {
  test('is the one that the next keys give', () => {
    expect(done(finishRaising({ own, other, batch, answer })).elements).toEqual(
      elementsOf(after, 'BELARUS', phones),
    );
  });

  test('is asked for in the same bytes again, and in others under another name or key', () => {
    const [slot] = slots as [(typeof slots)[0]];
    const again = blindToRaise(after.BELARUS, slot).element;
    expect(again).toEqual(batch[0]?.element);
    expect(again).not.toEqual(slot.element);
    expect(blindToRaise(after.BELARUS, { ...slot, name: 'N9' }).element).not.toEqual(again);
    expect(blindToRaise(others.BELARUS, slot).element).not.toEqual(again);
  });

  test('of a dummy is its own each time, and no identifier’s', () => {
    const dummy = (name: string) => blindToRaise(after.BELARUS, { name }).element;
    expect(dummy('D1')).toEqual(dummy('D1'));
    expect(dummy('D1')).not.toEqual(dummy('D2'));
  });
});

describe('an answer is refused', () => {
  const faultOf = (changed: Partial<Parameters<typeof finishRaising>[0]>) => {
    const finished = finishRaising({ own, other, batch, answer, ...changed });
    return finished.kind === 'refused' ? finished.fault : finished.kind;
  };

  test('whose factor is not between the public keys that were handed over', () => {
    const stranger = toldFactorOf(before.RUSSIA, others.RUSSIA);
    expect(faultOf({ answer: { ...answer, factor: stranger } })).toBe('WRONG_FACTOR');
    expect(faultOf({ other: { ...other, next: others.RUSSIA.publicKey } })).toBe('WRONG_FACTOR');
    expect(faultOf({ answer: { ...answer, factor: { ...answer.factor, proof: new Uint8Array(64) } } })).toBe(
      'WRONG_FACTOR',
    );
  });

  test('that was raised by another factor, or to another batch', () => {
    const wrong = done(
      raiseFor(
        { ...theirs, next: others.RUSSIA },
        batch.map(({ element }) => element),
      ),
    );
    expect(faultOf({ answer: { ...wrong, factor: answer.factor } })).toBe('WRONG_PROOF');
    expect(faultOf({ batch: [...batch].reverse() })).toBe('WRONG_PROOF');
    expect(faultOf({ batch: batch.slice(1) })).toBe('COUNT_DIFFERS');
  });

  test('of a batch with what is no element', () => {
    expect(raiseFor(theirs, [new Uint8Array(32)])).toMatchObject({ kind: 'refused', fault: 'IDENTITY' });
  });
});
