import { type Agency, othersThan } from '../../../../terms/agencies.ts';
import type { ComparingPace } from '../../records/indicators/comparing-pace.ts';
import type { NumberRun, ToldRun } from './daily-budget.ts';
import type { IndicatorStore } from './indicator-store.ts';

/** The exchange of tokens with one other agency. */
export interface IndicatorExchange {
  agency: Agency;
  waiting: number;
  postponed: number;
  minutes: number;
  usedHere: number;
  usedThere: number;
  quota: number;
  wrongProofs: number;
  runs: NumberRun[];
  runsThere: ToldRun[];
}

/** The exchange with each other agency. It tells of no identifier. */
export const indicatorExchange =
  (
    own: Agency,
    indicators: Pick<IndicatorStore, 'waiting' | 'postponed' | 'used' | 'wrongProofs' | 'runs' | 'runsOf'>,
    { rhythm, quota }: ComparingPace,
  ) =>
  (now: Date): Promise<IndicatorExchange[]> =>
    Promise.all(
      othersThan(own).map(async (agency) => {
        const [waiting, postponed, usedHere, usedThere, wrongProofs, runs, runsThere] = await Promise.all([
          indicators.waiting(agency),
          indicators.postponed(agency, now),
          indicators.used('HERE', agency, now),
          indicators.used('THERE', agency, now),
          indicators.wrongProofs(agency),
          indicators.runs(),
          indicators.runsOf(agency),
        ]);
        const minutes = rhythm / 60_000;
        return {
          agency,
          waiting,
          postponed,
          minutes,
          usedHere,
          usedThere,
          quota,
          wrongProofs,
          runs,
          runsThere,
        };
      }),
    );
