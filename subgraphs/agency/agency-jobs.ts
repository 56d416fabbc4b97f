import type { AgencyRecords } from './agency-records.ts';
import { dailyCounts } from './jobs/daily-counts.ts';
import { dailyRun } from './jobs/daily-run.ts';
import type { RekeyingOptions } from './jobs/rekey.ts';
import { rekeyEverything } from './jobs/rekey-everything.ts';
import { settleOperations } from './jobs/settle-operations.ts';
import { settleRequests } from './jobs/settle-requests.ts';
import { compareNow, startComparing } from './jobs/start-comparing.ts';
import { compareMeasuresNow, startComparingMeasures } from './jobs/start-comparing-measures.ts';
import { startDailyRun } from './jobs/start-daily-run.ts';
import { startOperationClock } from './jobs/start-operation-clock.ts';
import { startRekeying } from './jobs/start-rekeying.ts';
import { startRequestClock } from './jobs/start-request-clock.ts';
import { unwatched, watchedJobs } from './jobs/watched-jobs.ts';
import { keyInForm } from './matching/tokens.ts';
import type { AgencyOptions, OpenedAgency } from './opened-agency.ts';
import type { AgencyDefinition } from './permissions/agency-definition.ts';
import { usualPace } from './records/indicators/comparing-pace.ts';
import { usualMeasurePace } from './records/measures/measure-pace.ts';
import { retentionOf } from './retention-of.ts';
import { namingStore } from './storage/naming/naming-store.ts';
import { erasureNotices } from './storage/notices/erasure-notices.ts';
import { linkLookups } from './storage/stores/link-lookups.ts';
import { rekeyingStore } from './storage/stores/rekeying-store.ts';

/** The work on an agency's records that nobody waits for. */
export function agencyJobs(
  { agency, retention: periods }: AgencyDefinition,
  { background, renamed }: Pick<OpenedAgency, 'background'> & { renamed: number },
  { models, writes, settling, settlingOperations, comparing, measuring, signal, matchOf }: AgencyRecords,
  { matchKeys, naming, registry, pace = usualPace, measurePace = usualMeasurePace }: AgencyOptions,
): Pick<
  OpenedAgency,
  | 'retention'
  | 'runDay'
  | 'rekey'
  | 'leftToRekey'
  | 'compareNow'
  | 'compareMeasuresNow'
  | 'settleRequests'
  | 'settleOperations'
  | 'startJobs'
> {
  const doJob = registry ? watchedJobs(registry) : unwatched;
  const retention = retentionOf(models, periods, matchOf);
  const rekeying = rekeyingStore(models.dossiers);
  const runDay = dailyRun({
    retention,
    unanswered: linkLookups(models),
    writes,
    dossiers: models.dossiers,
    notices: erasureNotices(models.notices),
    toldDays: periods.removal.toldDays,
    ...dailyCounts(agency, models, matchKeys.current),
    wake: signal.wake,
    doJob,
  });
  const compare: OpenedAgency['compareNow'] = async (now, ending, until) => {
    const signals = { ...(ending && { ending }), ...(until && { until }) };
    if (comparing) await doJob('comparing', () => compareNow(comparing, { now, ...signals }));
  };
  const compareMeasures: OpenedAgency['compareMeasuresNow'] = async (now, ending) => {
    if (measuring)
      await doJob('measures', () => compareMeasuresNow(measuring, { now, ...(ending && { ending }) }));
  };
  const names = namingStore(background, naming);
  const rekeyAll = rekeyEverything({ rekeying, names, matchKeys, naming, renamed });
  const rekey = (to?: RekeyingOptions) => doJob('rekeying', () => rekeyAll(to));
  const settle = (now: Date) => doJob('request_clock', () => settleRequests(settling, now));
  const settleAll = (now: Date) => doJob('operation_clock', () => settleOperations(settlingOperations, now));
  return {
    retention,
    runDay,
    rekey,
    leftToRekey: () => rekeying.left(keyInForm(matchKeys.current)),
    compareNow: compare,
    compareMeasuresNow: compareMeasures,
    settleRequests: settle,
    settleOperations: settleAll,
    startJobs: (to) => [
      startDailyRun(runDay, to),
      startRekeying(rekey, to),
      startRequestClock(settle, to),
      startOperationClock(settleAll, to),
      ...(comparing ? [startComparing(compare, pace.rhythm, to)] : []),
      ...(measuring ? [startComparingMeasures(compareMeasures, measurePace.rhythm, to)] : []),
    ],
  };
}
