import { randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { Agency } from '../../terms/agencies.ts';
import { daysAfter } from '../../terms/days.ts';
import type { Comparing } from './actions/indicators/comparing.ts';
import type { Measuring } from './actions/measures/measuring.ts';
import { knownPerson } from './actions/receive/known-person.ts';
import { provenReceipt } from './channel/wire/proven-receipt.ts';
import { createSignal } from './channel/wire/signal.ts';
import { matchUnder } from './matching/match-under.ts';
import { openComparing } from './open-comparing.ts';
import { openMeasuring } from './open-measuring.ts';
import type { AgencyOptions, OpenedAgency } from './opened-agency.ts';
import type { AgencyDefinition } from './permissions/agency-definition.ts';
import { defaultBudgets } from './records/budgets/budget-settings.ts';
import type { NodeNaming } from './records/formats/text/node-id.ts';
import { usualPace } from './records/indicators/comparing-pace.ts';
import { recorderUnder } from './records/indicators/recorder.ts';
import { type MeasurePace, tokenDays, usualMeasurePace } from './records/measures/measure-pace.ts';
import { channelStores } from './storage/channel/channel-stores.ts';
import { type AgencyModels, agencyModels } from './storage/database/agency-models.ts';
import { noticeBook } from './storage/notices/notice-book.ts';
import { dossiersOfMeasures } from './storage/operations/dossiers-of-measures.ts';
import { operationLookups } from './storage/operations/operation-lookups.ts';
import { operationStore } from './storage/operations/operation-store.ts';
import { requestClock } from './storage/requests/request-clock.ts';
import { requestStore } from './storage/requests/request-store.ts';
import { subjectLookups } from './storage/requests/subject-lookups.ts';
import { budgetStore } from './storage/stores/budget-store.ts';
import { dossierStore } from './storage/stores/dossier-store.ts';
import { type DossierWrites, dossierWrites } from './storage/stores/dossier-writes.ts';
import { groupImportStore } from './storage/stores/group-import-store.ts';
import { groupStore } from './storage/stores/group-store.ts';
import { importStore } from './storage/stores/import-store.ts';
import { linkLookups } from './storage/stores/link-lookups.ts';
import { agencyStores } from './storage/stores/stores.ts';
import { activeSuspensions, SuspendedOfficers } from './storage/stores/suspended-officers.ts';
import { agencyEffects } from './subjects.ts';

/** An agency's records over open connections: what answers read and write, and what its jobs and the other agencies' messages do. */
export type AgencyRecords = ReturnType<typeof agencyRecords>;

/** The joint operations that an agency has with another one, or has had within the days for which a token counts. */
const operationsWithin = (models: AgencyModels) => (other: Agency) =>
  operationLookups(models).with(other, daysAfter(new Date(), -tokenDays));

/** What compares an agency's measures: nothing without keys of theirs, nor where it compares no identifiers. */
function measuringOver(
  { contactPoint }: AgencyDefinition,
  {
    comparing,
    ...over
  }: Pick<Parameters<typeof openMeasuring>[0], 'models' | 'naming'> & {
    comparing: Comparing | undefined;
  },
  {
    measureKeys: keys,
    measurePace: pace,
    operationsWith = operationsWithin(over.models),
    measuringOf = openMeasuring,
  }: Pick<AgencyOptions, 'measureKeys' | 'operationsWith' | 'measuringOf'> & { measurePace: MeasurePace },
  onMessages: () => void,
): Measuring | undefined {
  if (!comparing || !keys) return undefined;
  return measuringOf({ ...over, contactPoint, comparing }, { keys, pace, operationsWith }, onMessages);
}

/** What imports write in. */
const importsOver = (
  models: AgencyModels,
  { matchOf, naming }: { matchOf: ReturnType<typeof matchUnder>; naming: NodeNaming },
): OpenedAgency['imports'] => ({
  imports: importStore(models, matchOf),
  groups: { ...groupStore(models), ...groupImportStore(models) },
  nodeIdOf: naming.idOf,
});

/** Brings joint operations to what time and their measures make of them. */
const operationsOver = (models: AgencyModels, writes: DossierWrites, onMessages: () => void) => ({
  writes,
  operations: operationStore(models, onMessages),
  lookups: operationLookups(models),
  dossiersOfMeasures: dossiersOfMeasures(models.dossiers),
});

/** Makes an agency's records over connections that are open. */
export function agencyRecords(
  definition: AgencyDefinition,
  { answering, background }: Pick<OpenedAgency, 'answering' | 'background'>,
  {
    matchKeys,
    naming,
    limits = defaultBudgets,
    cursorKey = randomBytes(32),
    recorderKey = randomBytes(32),
    ownKeys = new Map(),
    pace = usualPace,
    measurePace = usualMeasurePace,
    ...options
  }: AgencyOptions,
) {
  const { agency } = definition;
  const { subjectOf, onSuspensionsUnread, indicatorKeys, comparingOf = openComparing } = options;
  const matchOf = matchUnder(matchKeys, naming);
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
  const parts = { models, comparing, naming };
  const measuring = measuringOver(definition, parts, { ...options, measurePace }, signal.wake);
  const known = linkLookups(models);
  const book = noticeBook(models.notices);
  const findSubject = subjectLookups(agency, models, known, findKnown);
  const settlingOperations = operationsOver(models, writes, signal.wake);
  const effects = agencyEffects({
    own: agency,
    models,
    writes,
    requests,
    known,
    book,
    findSubject,
    suspensionsChanged: () => suspended.refresh(),
    operations: settlingOperations,
    periods: definition.retention,
    provenReceipt: provenReceipt(agency, ownKeys),
    comparing,
    measuring,
  });
  const settling = {
    requests,
    clock: requestClock(models),
    writes,
    findSubject,
    book,
    provisions: definition.provisions,
  };
  const stores = agencyStores({
    models: ahead.models,
    writes: ahead.writes,
    inbox: ahead.channel.inbox,
    effects,
    findKnown,
    matchKeys,
    naming,
    limits,
    cursorKey,
    suspending: {
      isSuspended: (subject) => suspended.has({ agency, subject }),
      ...(subjectOf && { subjectOf }),
      async changed() {
        signal.wake();
        await suspended.refresh();
      },
    },
    own: agency,
    pace,
    measurePace,
    onRequestMessages: signal.wake,
  });
  return {
    models,
    writes,
    stores,
    effects,
    suspended,
    imports: importsOver(models, { matchOf, naming }),
    signal,
    settling,
    settlingOperations,
    comparing,
    measuring,
    channels: { answering: ahead.channel, background: behind.channel },
    matchOf,
  };
}
