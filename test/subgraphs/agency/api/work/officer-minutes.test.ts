import { OfficerMinutes } from '../../../../../subgraphs/agency/api/work/officer-minutes.ts';

test('an officer has so much in a minute, and others have it beside them', () => {
  let now = 0;
  const minutes = new OfficerMinutes(100, () => now);
  minutes.count('a', 60, true);
  expect(minutes.hasSpent('a')).toBe(false);
  minutes.count('a', 60, true);
  expect([minutes.hasSpent('a'), minutes.hasSpent('b')]).toEqual([true, false]);
  now = 59_999;
  expect(minutes.hasSpent('a')).toBe(true);
  now = 60_000;
  expect(minutes.hasSpent('a')).toBe(false);
  minutes.count('a', 60, true);
  expect(minutes.hasSpent('a')).toBe(false);
});

test('small operations count for the order of turns alone', () => {
  const minutes = new OfficerMinutes(100);
  for (let asked = 0; asked < 100; asked += 1) minutes.count('a', 9, false);
  expect([minutes.workFor('a'), minutes.hasSpent('a'), minutes.workFor('b')]).toEqual([900, false, 0]);
});
