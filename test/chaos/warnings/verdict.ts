import type { Count } from './count.ts';
import type { Planted } from './planted.ts';

/** The result of a run. */
export interface Run {
  wanted: number;
  /** Kills at each place, of both agencies together. */
  kills: ReadonlyMap<string, number>;
  planted: Planted;
  count: Count;
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((one, other) => one + other, 0);

/** The two last lines: what was taken back and what came of it, and what was found, lost and doubled. */
export function linesOf({ kills, planted, count }: Run): string[] {
  const { takenBack } = planted;
  const of = (holds: (each: Planted['takenBack'][number]) => boolean) => takenBack.filter(holds).length;
  return [
    `${takenBack.length} taken back (${of(({ way }) => way === 'CONTESTED')} contested, ${of(({ way }) => way === 'OF_A_VICTIM')} of victims, ` +
      `${of(({ way }) => way === 'ERASED')} erased; ${of(({ by }) => by === 'belarus')} by Belarus, ${of(({ by }) => by === 'russia')} by Russia), ` +
      `alerts of ${count.closed} closed at both`,
    `${sum(kills.values())} kills, ${count.matches} matches, ${count.lost} lost, ${count.doubled} doubled`,
  ];
}

/** Why a run has failed, a line a reason; none when it has not. */
export function failuresOf({ wanted, kills, planted, count }: Run): string[] {
  const failures: string[] = [];
  const killed = sum(kills.values());
  if (killed !== wanted) failures.push(`${killed} of ${wanted} were killed`);
  // A short run need not come to each place.
  if (wanted >= kills.size * 2)
    for (const [place, number] of kills) if (number === 0) failures.push(`nobody was killed ${place}`);
  const { matching, takenBack } = planted;
  if (matching.length === 0 || count.matches !== matching.length)
    failures.push(`${count.matches} of ${matching.length} values were found by both`);
  if (takenBack.length === 0) failures.push('nothing was taken back');
  if (count.closed !== takenBack.length)
    failures.push(`alerts of ${takenBack.length - count.closed} values that were taken back are open`);
  if (count.lost > 0) failures.push(`${count.lost} lost`);
  if (count.doubled > 0) failures.push(`${count.doubled} doubled`);
  return failures;
}
