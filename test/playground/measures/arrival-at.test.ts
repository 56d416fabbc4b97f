import { arrivalAt, left, noVisit, type Visit } from '../../../playground/measures/own/arrival-at.ts';

const [one, other] = ['BY-7Q4KZ0XN3VDH9TRC', 'BY-5WD0RQ8K2ZN7A1BC'];
const [first, second] = [
  { dossier: one, measure: 'V1' },
  { dossier: one, measure: 'V2' },
];
/** The visit of an officer who has come to a place in this page. */
const at = (place: NonNullable<Visit['place']>): Visit => arrivalAt(noVisit, place, true).visit;

describe('the dossier of a measure is read', () => {
  test.each<[string, Visit, typeof first]>([
    ['from the calendar', noVisit, first],
    ['from another view, though it was shown before', left(at(first)), first],
    ['from another view, to another of its measures', left(at(first)), second],
    ['from a measure of another dossier', at({ dossier: other, measure: 'V9' }), first],
  ])('%s', (_way, before, place) => {
    expect(arrivalAt(before, place, true)).toMatchObject({
      isWanted: true,
      visit: { place, wasAway: false },
    });
  });

  test('not again from another measure of it, nor at the calendar', () => {
    expect(arrivalAt(at(first), second, true).isWanted).toBe(false);
    expect(arrivalAt(at(first), { dossier: one }, true).isWanted).toBe(false);
    expect(arrivalAt(at(first), undefined, true).isWanted).toBe(false);
  });

  test('not for an address that was followed, until the officer asks for it', () => {
    const followed = arrivalAt(noVisit, first, false);
    expect(followed.isWanted).toBe(false);
    expect(arrivalAt(followed.visit, first, true)).toMatchObject({ isOther: false, isWanted: true });
  });
});

describe('the outcome of a step', () => {
  test('is not told at another place, whichever way the officer came there', () => {
    for (const place of [second, { dossier: one }, { dossier: other, measure: 'V1' }, undefined])
      for (const isOwn of [true, false]) expect(arrivalAt(at(first), place, isOwn).isOther).toBe(true);
  });

  test('is still told at its own, also after a look at another view', () => {
    expect(arrivalAt(at(first), first, true).isOther).toBe(false);
    expect(arrivalAt(left(at(first)), first, true).isOther).toBe(false);
  });
});
