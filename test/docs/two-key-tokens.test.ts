import {
  type ComparingPace,
  genuineOf,
  usualPace,
  withdrawnOfRound,
} from '../../subgraphs/agency/records/indicators/comparing-pace.ts';
import { textOf } from '../support/markdown.ts';
import { tableUnder } from '../support/tables.ts';

const page = 'docs/two-key-tokens.md';
const day = 86_400_000;
const guessed = 4e7;
const firstLoad = 26_000;

/** A number as the page writes it. */
const figure = (text = '') => Number(text.replaceAll(',', '').match(/[\d.]+/)?.[0]);
const rounds = ({ rhythm }: Pick<ComparingPace, 'rhythm'>) => day / rhythm;
const slotsADay = (pace: Omit<ComparingPace, 'quota'>) => rounds(pace) * (pace.slots + withdrawnOfRound);
const years = (slots: number) => {
  const exact = guessed / slots / 365.25;
  return exact < 10 ? Math.round(exact * 10) / 10 : Math.round(exact);
};

describe('the table of rounds', () => {
  const rows = tableUnder(page, 'What the quota bounds')
    .map((row) => row.map((cell) => cell.replaceAll('*', '')))
    .filter(([round]) => /^\d+ \+ \d+$/.test(round ?? ''));
  const paceOf = ([round = '', every]: string[]) => ({
    slots: figure(round),
    rhythm: figure(every) * 1000,
    perDay: usualPace.perDay,
  });

  test.each(rows)('says of a round of %s each %s what follows from it', (...row) => {
    const [round = '', , slots, identifiers, all, load] = row;
    const pace = paceOf(row);
    expect(Number(round.split(' + ')[1])).toBe(withdrawnOfRound);
    expect(figure(slots)).toBe(slotsADay(pace));
    expect(slots?.includes('over the quota')).toBe(slotsADay(pace) > usualPace.quota);
    expect(figure(identifiers)).toBe(rounds(pace) * genuineOf(pace));
    expect(figure(all)).toBe(years(slotsADay(pace)));
    expect(figure(load)).toBe(Math.round(firstLoad / figure(identifiers)));
  });

  test('has the usual round, and sets it off', () => {
    const { slots, rhythm, perDay } = usualPace;
    const bold = tableUnder(page, 'What the quota bounds').filter(([round]) => round?.startsWith('**'));
    expect(bold.map((row) => paceOf(row.map((cell) => cell.replaceAll('*', ''))))).toEqual([
      { slots, rhythm, perDay },
    ]);
  });
});

describe('the figures in words', () => {
  const words = (text: string) => text.replaceAll(/\s+/g, ' ');
  const { slots, rhythm, quota } = usualPace;
  const [perDay, most] = [slotsADay(usualPace), genuineOf(usualPace)].map((count) =>
    count.toLocaleString('en'),
  );

  test('of the page on tokens are those of the usual pace', () => {
    const text = words(textOf(page));
    expect(text).toContain(`A round goes every ${rhythm / 1000} s`);
    expect(text).toContain(
      `It has ${slots} slots, blinded elements of which at most ${most} are genuine, as many tokens, of which at most ${most} are genuine, and ${withdrawnOfRound} withdrawal.`,
    );
    expect(text).toContain(`at most ${quota.toLocaleString('en')} slots a day`);
    expect(text).toContain(`${rounds(usualPace)} rounds use ${perDay} of them.`);
    expect(text).toContain(`at the quota itself they are ${years(quota)}.`);
  });

  test('of the page on warnings are those of the usual pace', () => {
    const text = words(textOf('docs/warnings.md'));
    const identifiers = rounds(usualPace) * genuineOf(usualPace);
    expect(text).toContain(`Every ${rhythm / 60_000} minutes`);
    expect(text).toContain(
      `${slots} blinded elements, of which ${most} at most are identifiers, ${slots} tokens, of which ${most} at most are genuine, and ${withdrawnOfRound} withdrawal`,
    );
    expect(text).toContain(`make ${perDay} a day, of a quota of ${quota.toLocaleString('en')}`);
    expect(text).toContain(`A queue moves by ${identifiers} identifiers a day`);
    expect(text).toContain(`26,000 identifiers take ${Math.round(firstLoad / identifiers)} days`);
    expect(text).toContain(`1 to 2 rounds, ${rhythm / 60_000} to ${(2 * rhythm) / 60_000} minutes`);
    expect(text).toContain(`2 to 3 rounds, ${(2 * rhythm) / 60_000} to ${(3 * rhythm) / 60_000} minutes`);
  });
});
