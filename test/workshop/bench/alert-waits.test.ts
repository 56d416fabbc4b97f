import type { AlertWait } from '../../../workshop/bench/warnings/alert-waits.ts';
import { tellAlertWaits } from '../../../workshop/bench/warnings/tell-alert-waits.ts';

const wait = (there: number): AlertWait => ({
  here: 4,
  there,
  stages: { followedUp: 2, sent: 3.5, evaluated: 4, told: there - 0.5 },
});
const given = { rhythm: 2_000, imported: 5_000 };

function told(alone: AlertWait[], behind: AlertWait[]) {
  const lines: string[] = [];
  const isMet = tellAlertWaits({ alone, behind }, given, (line) => lines.push(line));
  return { isMet, lines };
}

test('three rounds and five seconds at both are within the goal, however long an import makes it', () => {
  const { isMet, lines } = told([wait(11)], [wait(22)]);
  expect(isMet).toBe(true);
  expect(lines).toContain(
    'with nothing waiting      at both                 11.0    11.0         5.50         5.50',
  );
  expect(lines.some((line) => line.endsWith('behind an import to nothing waiting 2.00'))).toBe(true);
});

test('more than that is missed, and the line says where the wait is, longest first', () => {
  const { isMet, lines } = told([wait(5), wait(11.5)], [wait(5)]);
  expect(isMet).toBe(false);
  expect(lines.at(-1)).toMatch(
    /MISSED; it waited 7\.0 s for the round that tells it, 2\.0 s to be followed up, /,
  );
});
