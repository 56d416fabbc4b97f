import {
  type EpochRecord,
  faultInEpochs,
  isEnded,
  isMovedTo,
} from '../../../../../subgraphs/agency/records/indicators/epoch-record.ts';

const at = new Date('2027-01-04T00:00:00Z');
const begun = (epoch: string): EpochRecord => ({
  _id: `RUSSIA ${epoch}`,
  other: 'RUSSIA',
  epoch,
  begunAt: at,
});
const ended = (epoch: string): EpochRecord => ({
  ...begun(epoch),
  readyAt: at,
  readyThereAt: at,
  doneAt: at,
  doneThereAt: at,
});

test.each<[string, EpochRecord[], { current: string; next?: string }, string | undefined]>([
  ['the first key of all', [], { current: '2026' }, undefined],
  ['the same key again', [ended('2026')], { current: '2026' }, undefined],
  ['a next key beside it', [ended('2026')], { current: '2026', next: '2027' }, undefined],
  ['both keys in the midst', [ended('2026'), begun('2027')], { current: '2026', next: '2027' }, undefined],
  ['both keys where the first was never used', [begun('2027')], { current: '2026', next: '2027' }, undefined],
  ['the next key alone at the end', [ended('2026'), ended('2027')], { current: '2027' }, undefined],
  ['both keys at the end', [ended('2026'), ended('2027')], { current: '2026', next: '2027' }, undefined],
  [
    'the next key alone in the midst',
    [ended('2026'), begun('2027')],
    { current: '2027' },
    'DROPPED_TOO_EARLY',
  ],
  [
    'the next key alone, where the other agency has not ended',
    [ended('2026'), { ...ended('2027'), doneThereAt: undefined } as unknown as EpochRecord],
    { current: '2027' },
    'DROPPED_TOO_EARLY',
  ],
  ['the old key alone in the midst', [ended('2026'), begun('2027')], { current: '2026' }, 'NEXT_TAKEN_AWAY'],
  [
    'another next key in the midst',
    [ended('2026'), begun('2027')],
    { current: '2026', next: '2027-2' },
    'NEXT_TAKEN_AWAY',
  ],
  ['a key of no relation', [ended('2026')], { current: '2027' }, 'REPLACED'],
])('started with %s: %s', (_what, records, keys, fault) => {
  expect(faultInEpochs(records, keys)).toBe(fault);
});

test('an epoch is compared in alone once both are ready, and ended once both are done', () => {
  expect(isMovedTo(undefined)).toBe(false);
  expect(isMovedTo({ readyAt: at })).toBe(false);
  expect(isMovedTo({ readyThereAt: at })).toBe(false);
  expect(isMovedTo({ readyAt: at, readyThereAt: at })).toBe(true);
  expect(isEnded({ doneAt: at })).toBe(false);
  expect(isEnded({ doneAt: at, doneThereAt: at })).toBe(true);
});
