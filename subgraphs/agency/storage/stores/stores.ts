import type { Agency } from '../../../../terms/agencies.ts';
import type { Effects } from '../../channel/in/effects.ts';
import type { Inbox } from '../../channel/stores/inbox.ts';
import { parkedMessages } from '../../channel/upkeep/parked-messages.ts';
import { keyInForm, type MatchKeys } from '../../matching/tokens.ts';
import type { BudgetLimits } from '../../records/budgets/budget-record.ts';
import type { NodeNaming } from '../../records/formats/text/node-id.ts';
import type { ComparingPace } from '../../records/indicators/comparing-pace.ts';
import type { MeasurePace } from '../../records/measures/measure-pace.ts';
import { channelState } from '../channel/channel-state.ts';
import type { AgencyModels } from '../database/agency-models.ts';
import { isPassing } from '../driver-errors/is-passing.ts';
import { alertStore } from '../indicators/alert-store.ts';
import { indicatorExchange } from '../indicators/indicator-exchange.ts';
import { indicatorStore } from '../indicators/indicator-store.ts';
import { sightingStore } from '../indicators/sighting-store.ts';
import { widelySharedStore } from '../indicators/widely-shared-store.ts';
import { decisionStore } from '../lists/decision-store.ts';
import { measureStore } from '../lists/measure-store.ts';
import { waitingStore } from '../lists/waiting-store.ts';
import { checkStore } from '../measures/check-store.ts';
import { contactOf, measureExchange } from '../measures/measure-exchange.ts';
import { measuringStore } from '../measures/measuring-store.ts';
import { erasureNotices } from '../notices/erasure-notices.ts';
import { noticeStore } from '../notices/notice-store.ts';
import { dossiersOfMeasures } from '../operations/dossiers-of-measures.ts';
import { operationLookups } from '../operations/operation-lookups.ts';
import { operationStore } from '../operations/operation-store.ts';
import { readStore } from '../reads/read-store.ts';
import { deputyStore } from '../requests/deputy-store.ts';
import { requestStore } from '../requests/request-store.ts';
import { type FindKnown, subjectLookups } from '../requests/subject-lookups.ts';
import { budgetStore } from './budget-store.ts';
import { comparisonStore } from './comparison-store.ts';
import { dossierStore } from './dossier-store.ts';
import type { DossierWrites } from './dossier-writes.ts';
import { groupStore } from './group-store.ts';
import { historyStore } from './history-store.ts';
import { hitStore } from './hit-store.ts';
import { linkLookups } from './link-lookups.ts';
import { rekeyingState } from './rekeying-store.ts';
import { surnameStore } from './surname-store.ts';
import { type SuspensionOptions, suspensionStore } from './suspension-store.ts';

/** The models, keys and settings from which an agency's stores are made. */
export interface StoreParts {
  models: AgencyModels;
  inbox: Inbox;
  effects: Effects;
  findKnown: FindKnown;
  writes: DossierWrites;
  matchKeys: MatchKeys;
  naming: NodeNaming;
  /** The most that other agencies may ask for, and be told, in a day. */
  limits: BudgetLimits;
  /** A key of 32 bytes, the same for all processes that answer for the agency. */
  cursorKey: Buffer;
  suspending: SuspensionOptions;
  /** The agency itself, and how often and how much it compares with others. */
  own: Agency;
  pace: ComparingPace;
  measurePace: MeasurePace;
  /** Called when messages to other agencies were stored with a request or an alert. */
  onRequestMessages: () => void;
}

/** The part of a store that officers and resolvers use; the rest is for jobs and messages. */
const only = <Store, Name extends keyof Store>(store: Store, ...names: Name[]): Pick<Store, Name> =>
  Object.fromEntries(names.map((name) => [name, store[name]])) as Pick<Store, Name>;

const indicatorsOf = ({ models, naming }: StoreParts) =>
  indicatorStore(models.indicators.db, models, naming.idOf);

/** The stores that officers' steps and resolvers use, each once: their type, and what stands in for them in benchmarks, follow from this list. */
export const storeFactories = {
  dossiers: ({ models }: StoreParts) => dossierStore(models.dossiers),
  groups: ({ models }: StoreParts) => groupStore(models),
  history: ({ models }: StoreParts) => only(historyStore(models.history), 'pages'),
  writes: ({ writes }: StoreParts) => writes,
  reads: ({ models }: StoreParts) => readStore(models.reads),
  hits: ({ models }: StoreParts) => hitStore(models.hits),
  budgets: ({ models, limits }: StoreParts) => budgetStore(models.budgets, limits),
  comparisons: ({ models }: StoreParts) => comparisonStore(models.comparisons),
  rekeying: ({ models, matchKeys }: StoreParts) =>
    rekeyingState(models.dossiers, matchKeys.all.map(keyInForm)),
  surnames: ({ models }: StoreParts) => only(surnameStore(models), 'bitsOf'),
  notices: ({ models }: StoreParts) => ({
    ...noticeStore(models),
    ...only(erasureNotices(models.notices), 'tellErasures'),
  }),
  waiting: ({ models }: StoreParts) => waitingStore(models),
  decisions: ({ models }: StoreParts) => decisionStore(models.decisions),
  measures: ({ models }: StoreParts) => measureStore(models.measures),
  /** The words of supervisors on conflicts of measures; making and ending conflicts is not officers'. */
  checks: ({ models, onRequestMessages }: StoreParts) =>
    only(checkStore(models.measureChecks, onRequestMessages), 'read', 'readEach', 'replace', 'confirm'),
  /** The comparison of measures with each other agency, as overseers are told of it. */
  measureExchange: ({ own, models, measurePace }: StoreParts) =>
    measureExchange(own, models, measuringStore(models.measureTokens.db, models), measurePace),
  /** Where officers of another agency are reached about a conflict. */
  contactOf: ({ models }: StoreParts) => contactOf(models),
  channel: ({ models }: StoreParts) => channelState(models),
  parked: ({ inbox, effects }: StoreParts) => parkedMessages(inbox, effects, isPassing),
  suspensions: ({ models, suspending }: StoreParts) => suspensionStore(models, suspending),
  requests: ({ models, onRequestMessages }: StoreParts) => requestStore(models, onRequestMessages),
  /** Looks the subject of a request up again, once its form was found in order. */
  findSubject: ({ own, models, findKnown }: StoreParts) =>
    subjectLookups(own, models, linkLookups(models), findKnown),
  deputies: ({ models }: StoreParts) => deputyStore(models.deputies),
  operations: ({ models, onRequestMessages }: StoreParts) => operationStore(models, onRequestMessages),
  /** Counts operations for those who watch over them, and finds what tells of their measures. */
  operationLookups: ({ models }: StoreParts) =>
    only(operationLookups(models), 'between', 'endedBetween', 'heardAt'),
  dossiersOfMeasures: ({ models }: StoreParts) => dossiersOfMeasures(models.dossiers),
  /** Raising and ending alerts is not officers'. */
  alerts: ({ models, onRequestMessages }: StoreParts) =>
    only(
      alertStore(models.alerts, onRequestMessages),
      ...(['read', 'readEach', 'replace', 'tell', 'confirm', 'page', 'of', 'between'] as const),
    ),
  /** Signing the larger quota of a first load, of which another agency is told at once. */
  firstLoads(parts: StoreParts) {
    const { signLoad, usedOfLoad } = indicatorsOf(parts);
    return {
      async signLoad(...signed: Parameters<typeof signLoad>) {
        const after = await signLoad(...signed);
        parts.onRequestMessages();
        return after;
      },
      usedOfLoad,
    };
  },
  sightings: ({ models }: StoreParts) =>
    only(sightingStore(models.sightings), 'holdingEach', 'spread', 'lookAgain'),
  widelyShared: ({ models }: StoreParts) => only(widelySharedStore(models), 'page', 'named', 'recorders'),
  /** The exchange of tokens with each other agency, as overseers are told of it. */
  indicatorExchange: (parts: StoreParts) => indicatorExchange(parts.own, indicatorsOf(parts), parts.pace),
  /** The keys that the tokens in the records are under. */
  matchKeys: ({ matchKeys }: StoreParts) => matchKeys,
  /** Names what its dossiers share. */
  nodeIdOf: ({ naming }: StoreParts) => naming.idOf,
  /** The key that seals the cursors of lists; of 32 bytes. */
  cursorKey: ({ cursorKey }: StoreParts) => cursorKey,
};

type Factories = typeof storeFactories;

/** The agency's records, as requests read and write them. */
export type Stores = { [Name in keyof Factories]: ReturnType<Factories[Name]> };

/** The stores that requests read and write, over an agency's models. */
export const agencyStores = (parts: StoreParts): Stores =>
  Object.fromEntries(
    Object.entries(storeFactories).map(([name, storeOf]) => [name, storeOf(parts)]),
  ) as Stores;
