import { sharedPlace, weekBefore } from '../../../../../subgraphs/agency/records/indicators/widely-shared.ts';

test.each([
  ['2026-11-23T00:00:00.000Z', '2026-11-16', '2026-11-23'],
  ['2026-11-29T23:59:59.999Z', '2026-11-16', '2026-11-23'],
  ['2026-11-30T00:00:00.000Z', '2026-11-23', '2026-11-30'],
  ['1970-01-05T00:00:00.000Z', '1969-12-29', '1970-01-05'],
])('before %s the last whole week is from Monday %s to Monday %s', (moment, from, until) => {
  const week = weekBefore(new Date(moment));
  expect([week.from, week.until].map((each) => each.toISOString().slice(0, 10))).toEqual([from, until]);
  expect(week.until.getUTCHours()).toBe(0);
});

test('the place of an identifier is not before that of its time, and before that of a later time', () => {
  const [time, later] = [new Date('2026-11-23T00:00:00.000Z'), new Date('2026-11-23T00:00:00.001Z')];
  const place = sharedPlace(time, 'N00000000000000000000');
  expect(place >= sharedPlace(time)).toBe(true);
  expect(place < sharedPlace(later)).toBe(true);
});
