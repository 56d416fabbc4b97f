import type { Model } from 'mongoose';
import { type Agency, othersThan } from '../../../../terms/agencies.ts';
import { dayLength } from '../../../../terms/days.ts';
import type { OverrideReason } from '../../../../terms/enums.ts';
import type { CheckRecord } from '../../records/measures/comparing/check-record.ts';
import { mayDropFormer } from '../../records/measures/comparing/measure-epochs.ts';
import type { MeasurePace } from '../../records/measures/measure-pace.ts';
import type { MeasuringModels } from '../models/comparing/measuring-models.ts';
import type { CancelledSeries, ToldSeries } from './measure-budget-store.ts';
import type { MeasuringStore } from './measuring-store.ts';

/** A conflict against which a supervisor went on. */
export interface MeasureOverride {
  at: Date;
  isThere: boolean;
  reason: OverrideReason | null;
  week: string;
}

/** The comparison of measures with one other agency. */
export interface MeasureExchange {
  agency: Agency;
  waiting: number;
  minutes: number;
  usedHere: number;
  usedThere: number;
  quota: number;
  wrongProofs: number;
  epoch: string | null;
  nextEpoch: string | null;
  mayDropOldKey: boolean;
  comparedSecret: number;
  series: CancelledSeries[];
  seriesThere: ToldSeries[];
  overrides: MeasureOverride[];
}

const mostListed = 100;

/** The conflicts with one agency against which a supervisor of either side went on, each week of a measure once. */
async function overridesWith(checks: Model<CheckRecord>, agency: Agency): Promise<MeasureOverride[]> {
  const found = await checks
    .find({ overriddenAt: { $exists: true } }, { check: 1 })
    .sort({ overriddenAt: -1 })
    .limit(mostListed)
    .lean<Pick<CheckRecord, '_id' | 'check'>[]>();
  const all = new Map<string, MeasureOverride>();
  for (const { _id, check } of found)
    for (const { other, week, isThere, at, reason = null } of check.overrides ?? [])
      if (other === agency)
        all.set(`${_id} ${week} ${isThere} ${at.getTime()}`, { at, isThere, reason, week });
  return [...all.values()].sort((one, other) => other.at.getTime() - one.at.getTime()).slice(0, mostListed);
}

/** The epochs in which measures are compared with an agency. */
function epochsIn(
  epochs: Awaited<ReturnType<MeasuringStore['epochs']>>,
  now: Date,
): Pick<MeasureExchange, 'epoch' | 'nextEpoch' | 'mayDropOldKey'> {
  const next = epochs.find(({ cleanedAt }) => cleanedAt === undefined);
  const epoch = epochs.findLast(({ cleanedAt }) => cleanedAt !== undefined)?.epoch ?? null;
  return {
    epoch,
    nextEpoch: next?.epoch ?? null,
    mayDropOldKey: next !== undefined && mayDropFormer(next, now),
  };
}

/** The comparison of measures with each other agency. It tells of none. */
export const measureExchange =
  (
    own: Agency,
    { measureChecks, comparedMeasures }: MeasuringModels,
    measures: MeasuringStore,
    { rhythm, quota }: MeasurePace,
  ) =>
  async (now: Date): Promise<MeasureExchange[]> => {
    const comparedSecret = await comparedMeasures.countDocuments({
      comparesSecret: true,
      state: { $in: ['AUTHORISED', 'UNDER_WAY'] },
    });
    const series = await measures.series();
    return Promise.all(
      othersThan(own).map(async (agency) => ({
        agency,
        waiting: await measures.tokens.waiting(agency),
        minutes: (rhythm / dayLength) * 24 * 60,
        usedHere: await measures.used('HERE', agency, now),
        usedThere: await measures.used('THERE', agency, now),
        quota,
        wrongProofs: await measures.wrongProofs(agency),
        ...epochsIn(await measures.epochs(agency), now),
        comparedSecret,
        series,
        seriesThere: await measures.seriesOf(agency),
        overrides: await overridesWith(measureChecks, agency),
      })),
    );
  };

/** Where officers of another agency are reached about a conflict; undefined while it has told of nothing. */
export const contactOf =
  ({ measureEpochs }: Pick<MeasuringModels, 'measureEpochs'>) =>
  async (other: Agency): Promise<string | undefined> =>
    (
      await measureEpochs
        .findOne({ other, contact: { $exists: true } }, { contact: 1 })
        .lean<{ contact: string }>()
    )?.contact;
