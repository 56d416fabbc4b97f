import { type Agency, othersThan } from '../../../../terms/agencies.ts';
import type { ComparingPace } from '../../records/indicators/comparing-pace.ts';
import type { IndicatorStore } from './indicator-store.ts';

/** The exchange of tokens with one other agency. */
export interface IndicatorExchange {
  agency: Agency;
  waiting: number;
  minutes: number;
  usedHere: number;
  usedThere: number;
  quota: number;
  wrongProofs: number;
}

/** The exchange with each other agency. It tells of no identifier. */
export const indicatorExchange =
  (
    own: Agency,
    indicators: Pick<IndicatorStore, 'waiting' | 'used' | 'wrongProofs'>,
    { rhythm, quota }: ComparingPace,
  ) =>
  (now: Date): Promise<IndicatorExchange[]> =>
    Promise.all(
      othersThan(own).map(async (agency) => {
        const [waiting, usedHere, usedThere, wrongProofs] = await Promise.all([
          indicators.waiting(agency),
          indicators.used('HERE', agency, now),
          indicators.used('THERE', agency, now),
          indicators.wrongProofs(agency),
        ]);
        return { agency, waiting, minutes: rhythm / 60_000, usedHere, usedThere, quota, wrongProofs };
      }),
    );
