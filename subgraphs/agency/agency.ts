import { randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import { agencyEffects } from './actions/receive/agency-effects.ts';
import { knownPerson } from './actions/receive/known-person.ts';
import { createChannel } from './channel/channel.ts';
import { noticingReceipts } from './channel/out/noticing-receipts.ts';
import { provingAgain } from './channel/out/proving-again.ts';
import { parkedMessages } from './channel/upkeep/parked-messages.ts';
import { outOfStep, resync } from './channel/upkeep/resync.ts';
import { provenReceipt } from './channel/wire/proven-receipt.ts';
import { createSignal } from './channel/wire/signal.ts';
import { dailyCounts } from './jobs/daily-counts.ts';
import { dailyRun } from './jobs/daily-run.ts';
import type { RekeyingOptions } from './jobs/rekey.ts';
import { rekeyEverything } from './jobs/rekey-everything.ts';
import { settleAwaiting, settleRequests } from './jobs/settle-requests.ts';
import { compareNow, startComparing } from './jobs/start-comparing.ts';
import { startDailyRun } from './jobs/start-daily-run.ts';
import { startRekeying } from './jobs/start-rekeying.ts';
import { startRequestClock } from './jobs/start-request-clock.ts';
import { unwatched, watchedJobs } from './jobs/watched-jobs.ts';
import { matchUnder } from './matching/match-under.ts';
import { keyInForm } from './matching/tokens.ts';
import { openComparing } from './open-comparing.ts';
import type { AgencyDatabase, AgencyOptions, OpenedAgency } from './opened-agency.ts';
import type { AgencyDefinition } from './permissions/agency-definition.ts';
import { defaultBudgets } from './records/budgets/budget-settings.ts';
import { usualPace } from './records/indicators/comparing-pace.ts';
import { recorderUnder } from './records/indicators/recorder.ts';
import { channelStores } from './storage/channel/channel-stores.ts';
import { CommitWatch } from './storage/channel/commit-watch.ts';
import { linkRestatement } from './storage/channel/link-restatement.ts';
import { messagePlaces } from './storage/channel/message-places.ts';
import { provenAgain } from './storage/channel/proven-messages.ts';
import { releaseRestatement } from './storage/channel/release-restatement.ts';
import { requestRestatement } from './storage/channel/request-restatement.ts';
import { resyncStore } from './storage/channel/resync-store.ts';
import { suspensionRestatement } from './storage/channel/suspension-restatement.ts';
import { agencyModels } from './storage/database/agency-models.ts';
import { connectToAnswer, openDatabase } from './storage/database/database.ts';
import { jobsDatabaseVariable } from './storage/database/database-setting.ts';
import { isPassing } from './storage/driver-errors/is-passing.ts';
import { namingStore } from './storage/naming/naming-store.ts';
import { erasureNotices } from './storage/notices/erasure-notices.ts';
import { noticeBook } from './storage/notices/notice-book.ts';
import { requestClock } from './storage/requests/request-clock.ts';
import { requestStore } from './storage/requests/request-store.ts';
import { subjectLookups } from './storage/requests/subject-lookups.ts';
import { retentionStore } from './storage/retention/retention-store.ts';
import { agencyStores } from './storage/stores/agency-stores.ts';
import { budgetStore } from './storage/stores/budget-store.ts';
import { dossierStore } from './storage/stores/dossier-store.ts';
import { dossierWrites } from './storage/stores/dossier-writes.ts';
import { groupImportStore } from './storage/stores/group-import-store.ts';
import { groupStore } from './storage/stores/group-store.ts';
import { importStore } from './storage/stores/import-store.ts';
import { linkLookups } from './storage/stores/link-lookups.ts';
import { rekeyingStore } from './storage/stores/rekeying-store.ts';
import type { Stores } from './storage/stores/stores.ts';
import { activeSuspensions, SuspendedOfficers } from './storage/stores/suspended-officers.ts';

/** An agency over connections that are open. */
function agencyOver(
  definition: AgencyDefinition,
  { answering, background, renamed }: Pick<OpenedAgency, 'answering' | 'background'> & { renamed: number },
  {
    matchKeys,
    naming,
    limits = defaultBudgets,
    cursorKey = randomBytes(32),
    recorderKey = randomBytes(32),
    registry,
    ownKeys = new Map(),
    pace = usualPace,
    ...options
  }: AgencyOptions,
): OpenedAgency {
  const { agency } = definition;
  const { subjectOf, onSuspensionsUnread, channelOf = createChannel, indicatorKeys } = options;
  const { comparingOf = openComparing } = options;
  const matchOf = matchUnder(matchKeys, naming);
  const doJob = registry ? watchedJobs(registry) : unwatched;
  const signal = createSignal();
  const over = (connection: Connection) => {
    const models = agencyModels(connection);
    const writes = dossierWrites(models, matchOf, signal.wake, recorderUnder(recorderKey), pace.perDay);
    return { models, writes, channel: channelStores(agency, connection) };
  };
  const behind = over(background);
  const ahead = answering === background ? behind : over(answering);
  const { models, writes } = behind;
  const { dossiers, suspensions } = models;
  const suspended = new SuspendedOfficers(agency, activeSuspensions(suspensions, subjectOf), {
    ...(onSuspensionsUnread && { onError: onSuspensionsUnread }),
  });
  const requests = requestStore(models, signal.wake);
  const findKnown = knownPerson(dossierStore(dossiers), budgetStore(models.budgets, limits), matchKeys);
  const comparing =
    indicatorKeys &&
    comparingOf(definition, models, { ...options, keys: indicatorKeys, pace, naming }, signal.wake);
  const effects = agencyEffects(
    agency,
    models,
    writes,
    requests,
    () => suspended.refresh(),
    findKnown,
    provenReceipt(agency, ownKeys),
    comparing,
  );
  const settling = {
    requests,
    clock: requestClock(models),
    writes,
    findSubject: subjectLookups(agency, models, linkLookups(models), findKnown),
    book: noticeBook(models.notices),
    provisions: definition.provisions,
  };
  const stores: Stores = {
    ...agencyStores(ahead.models, {
      writes: ahead.writes,
      matchKeys,
      naming,
      limits,
      cursorKey,
      suspending: {
        ...(subjectOf && { subjectOf }),
        async changed() {
          signal.wake();
          await suspended.refresh();
        },
      },
      own: agency,
      pace,
      onRequestMessages: signal.wake,
    }),
    parked: parkedMessages(ahead.channel.inbox, effects, isPassing),
    findSubject: subjectLookups(agency, ahead.models, linkLookups(ahead.models), findKnown),
  };
  const retention = retentionStore(models, definition.retention, matchOf);
  const rekeying = rekeyingStore(dossiers);
  const places = messagePlaces(models);
  const resyncing = resyncStore(models);
  const runDay = dailyRun({
    retention,
    unanswered: linkLookups(models),
    writes,
    dossiers,
    notices: erasureNotices(models.notices),
    toldDays: definition.retention.removal.toldDays,
    ...dailyCounts(agency, models, matchKeys.current),
    wake: signal.wake,
    doJob,
  });
  const compare = async (now: Date, ending?: AbortSignal, until?: AbortSignal) => {
    const signals = { ...(ending && { ending }), ...(until && { until }) };
    if (comparing) await doJob('comparing', () => compareNow(comparing, { now, ...signals }));
  };
  const names = namingStore(background, naming);
  const rekeyAll = rekeyEverything({ rekeying, names, matchKeys, naming, renamed });
  const doRekeying = (to?: RekeyingOptions) => doJob('rekeying', () => rekeyAll(to));

  return {
    definition,
    answering,
    background,
    models,
    stores,
    effects,
    suspended,
    imports: {
      imports: importStore(models, matchOf),
      groups: { ...groupStore(models), ...groupImportStore(models) },
      nodeIdOf: naming.idOf,
    },
    retention,
    signal,
    pending: places.pending,
    createChannel: (settings, parts) =>
      channelOf(agency, settings, {
        ...parts,
        stores: provingAgain(
          noticingReceipts(behind.channel, (ids) => settleAwaiting(settling, ids)),
          (to, number) => provenAgain(models.outbox, to, number, new Date()),
        ),
        answering: ahead.channel,
        effects,
        isPassing,
        pending: places.pending,
        watch() {
          const watch = new CommitWatch(background, {
            events: places.events,
            wake: signal.wake,
            log: parts.log,
          });
          watch.start();
          return watch;
        },
        countUncollected: places.count,
        signal,
      }),
    resync: {
      outOfStep: () => outOfStep(resyncing, behind.channel.outbox),
      resync: (step) =>
        resync(
          resyncing,
          behind.channel.outbox,
          step,
          [
            releaseRestatement(dossiers),
            linkRestatement(dossiers),
            suspensionRestatement(agency, suspensions),
            requestRestatement(models),
          ],
          new Date(),
        ),
    },
    runDay,
    rekey: doRekeying,
    leftToRekey: () => rekeying.left(keyInForm(matchKeys.current)),
    compareNow: compare,
    settleRequests: (now) => doJob('request_clock', () => settleRequests(settling, now)),
    startJobs: (to) => [
      startDailyRun(runDay, to),
      startRekeying(doRekeying, to),
      startRequestClock((now) => doJob('request_clock', () => settleRequests(settling, now)), to),
      ...(comparing ? [startComparing(compare, pace.rhythm, to)] : []),
    ],
    async close(isForced) {
      suspended.stop();
      await comparing?.curve.stop();
      await Promise.all([...new Set([answering, background])].map((each) => each.close(isForced)));
    },
  };
}

/**
 * Opens an agency's database, brought into the form of this version, and makes every part of the agency over it. It is the one place
 * where the parts meet: the subgraph, the commands, the tests and the benchmarks all take what they need from here.
 * @throws SettingsError as of `openDatabase`
 */
export async function openAgency(
  definition: AgencyDefinition,
  { uri, jobsUri, answersApart = false, ...opening }: AgencyDatabase,
  options: AgencyOptions,
): Promise<OpenedAgency> {
  const { agency } = definition;
  const background = jobsUri
    ? await openDatabase(agency, jobsUri, options.naming, {
        ...opening,
        variable: jobsDatabaseVariable(agency),
      })
    : await openDatabase(agency, uri, options.naming, opening);
  try {
    // Before anything is answered: what a dossier shares is found by its names.
    const renamed = await namingStore(background, options.naming).nameAnew();
    if (!answersApart) return agencyOver(definition, { answering: background, background, renamed }, options);
    const answering = await connectToAnswer(agency, uri, opening);
    return agencyOver(definition, { answering, background, renamed }, options);
  } catch (error) {
    await background.close();
    throw error;
  }
}
