import { type Agency, othersThan } from '../../../../terms/agencies.ts';
import type { ComparingPace } from '../../records/indicators/comparing-pace.ts';
import { isEnded, isMovedTo } from '../../records/indicators/epoch-record.ts';
import type { FirstLoad } from '../../records/indicators/first-load.ts';
import type { FullDay, NumberRun, ToldRun } from './daily-budget.ts';
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
  epoch: string | null;
  nextEpoch: string | null;
  raised: number;
  leftToRaise: number;
  mayDropOldKey: boolean;
  runs: NumberRun[];
  runsThere: ToldRun[];
  fullDays: FullDay[];
  firstLoad: FirstLoad | null;
}

/** The epoch that an agency compares in, and how far it has come to the next one. */
async function epochsOf(
  agency: Agency,
  indicators: Pick<IndicatorStore, 'epochs' | 'raisedOf'>,
): Promise<Pick<IndicatorExchange, 'epoch' | 'nextEpoch' | 'raised' | 'leftToRaise' | 'mayDropOldKey'>> {
  const epochs = await indicators.epochs(agency);
  const epoch = epochs.findLast(isMovedTo)?.epoch ?? null;
  const next = epochs.find(({ droppedAt }) => droppedAt === undefined);
  if (!next) return { epoch, nextEpoch: null, raised: 0, leftToRaise: 0, mayDropOldKey: false };
  const { raised, left } = await indicators.raisedOf(agency);
  return { epoch, nextEpoch: next.epoch, raised, leftToRaise: left, mayDropOldKey: isEnded(next) };
}

/** The exchange with each other agency. It tells of no identifier. */
export const indicatorExchange =
  (
    own: Agency,
    indicators: Pick<
      IndicatorStore,
      | 'waiting'
      | 'postponed'
      | 'used'
      | 'wrongProofs'
      | 'runs'
      | 'runsOf'
      | 'fullDays'
      | 'epochs'
      | 'raisedOf'
      | 'load'
    >,
    { rhythm, quota }: ComparingPace,
  ) =>
  (now: Date): Promise<IndicatorExchange[]> =>
    Promise.all(
      othersThan(own).map(async (agency) => {
        const [
          waiting,
          postponed,
          usedHere,
          usedThere,
          wrongProofs,
          runs,
          runsThere,
          fullDays,
          epochs,
          firstLoad,
        ] = await Promise.all([
          indicators.waiting(agency),
          indicators.postponed(),
          indicators.used('HERE', agency, now),
          indicators.used('THERE', agency, now),
          indicators.wrongProofs(agency),
          indicators.runs(),
          indicators.runsOf(agency),
          indicators.fullDays(),
          epochsOf(agency, indicators),
          indicators.load(agency),
        ]);
        const minutes = rhythm / 60_000;
        return {
          agency,
          waiting: waiting + postponed,
          postponed,
          minutes,
          usedHere,
          usedThere,
          quota,
          wrongProofs,
          ...epochs,
          runs,
          runsThere,
          fullDays,
          firstLoad,
        };
      }),
    );
