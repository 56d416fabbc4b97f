import fc from 'fast-check';
import { placedFrom, restoredFrom } from '../../../../../subgraphs/agency/records/indicators/place-of-day.ts';
import type { SightingRecord } from '../../../../../subgraphs/agency/records/indicators/sighting.ts';
import { turnsUntil } from '../../../../../subgraphs/agency/records/indicators/turn.ts';

const at = new Date('2026-11-29T12:00:00Z');
const perDay = 20;
const day = 86_400_000;

const sightings = (count: number): SightingRecord[] =>
  Array.from({ length: count }, (_, index) => ({
    _id: `BY-${index} N`,
    dossier: `BY-${index}`,
    indicator: 'N',
    kind: 'PHONE',
    value: '+375290000000',
    cases: ['BY-2026-000001'],
    at,
    isImported: false,
    change: 'HELD',
  }));
/** How many of them may be followed up at a time. */
const due = (placed: readonly SightingRecord[], moment: Date) => {
  const { $gt, $lt } = turnsUntil('OFFICER', false, moment);
  return placed.filter(
    ({ change, turn }) => change === 'HELD' || (turn !== undefined && turn > $gt && turn < $lt),
  ).length;
};

describe('what an officer records', () => {
  test('has places that go on from what they have written on that day', () => {
    expect(placedFrom(3, sightings(2), { at, perDay }).map(({ place }) => place)).toEqual([4, 5]);
  });

  test('is followed up on that day as far as its budget goes, and then as many on each later day', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), fc.nat(12), (before, count, days) => {
        const placed = placedFrom(before, sightings(count), { at, perDay });
        const room = Math.max(0, (days + 1) * perDay - before);
        expect(due(placed, new Date(at.getTime() + days * day))).toBe(Math.min(count, room));
      }),
    );
  });

  test('waits in the order of its places, whenever it was recorded', () => {
    const placed = placedFrom(20, sightings(12), { at, perDay });
    const turns = placed.map(({ turn = '' }, index) => ({ turn, index }));
    turns.sort((one, other) => (one.turn < other.turn ? -1 : 1));
    expect(turns.map(({ index }) => index)).toEqual(placed.map((_each, index) => index));
  });

  test('is all followed up at once where no budget is given', () => {
    const placed = placedFrom(0, sightings(50), { at, perDay: Number.POSITIVE_INFINITY });
    expect(placed.every(({ change }) => change === 'HELD')).toBe(true);
  });
});

describe('what an officer brings back', () => {
  test('waits for nothing, and goes before all but the first that anybody has recorded on that day', () => {
    const restored = restoredFrom(0, sightings(perDay), { perDay });
    expect(restored.every(({ change, turn }) => change === 'HELD' && turn === undefined)).toBe(true);
    expect(new Set(restored.map(({ place }) => place))).toEqual(new Set([0]));
  });

  test('has later places the more of it there is, so that a flood puts off nobody else', () => {
    const places = restoredFrom(15, sightings(30), { perDay }).map(({ place }) => place);
    expect(places).toEqual([...Array(5).fill(0), ...Array(20).fill(1), ...Array(5).fill(2)]);
  });
});
