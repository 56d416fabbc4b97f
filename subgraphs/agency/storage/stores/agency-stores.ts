import type { Agency } from '../../../../terms/agencies.ts';
import { keyInForm, type MatchKeys } from '../../matching/tokens.ts';
import type { BudgetLimits } from '../../records/budgets/budget-record.ts';
import type { NodeNaming } from '../../records/formats/text/node-id.ts';
import type { ComparingPace } from '../../records/indicators/comparing-pace.ts';
import type { MeasurePace } from '../../records/measures/measure-pace.ts';
import { channelState } from '../channel/channel-state.ts';
import type { AgencyModels } from '../database/agency-models.ts';
import { type AlertStore, alertStore } from '../indicators/alert-store.ts';
import { indicatorExchange } from '../indicators/indicator-exchange.ts';
import { type IndicatorStore, indicatorStore } from '../indicators/indicator-store.ts';
import { type SightingStore, sightingStore } from '../indicators/sighting-store.ts';
import { type WidelySharedStore, widelySharedStore } from '../indicators/widely-shared-store.ts';
import { decisionStore } from '../lists/decision-store.ts';
import { measureStore } from '../lists/measure-store.ts';
import { waitingStore } from '../lists/waiting-store.ts';
import { type CheckStore, checkStore } from '../measures/check-store.ts';
import { contactOf, measureExchange } from '../measures/measure-exchange.ts';
import { measuringStore } from '../measures/measuring-store.ts';
import { erasureNotices } from '../notices/erasure-notices.ts';
import { noticeStore } from '../notices/notice-store.ts';
import { readStore } from '../reads/read-store.ts';
import { deputyStore } from '../requests/deputy-store.ts';
import { requestStore } from '../requests/request-store.ts';
import { budgetStore } from './budget-store.ts';
import { comparisonStore } from './comparison-store.ts';
import { dossierStore } from './dossier-store.ts';
import type { DossierWrites } from './dossier-writes.ts';
import { groupStore } from './group-store.ts';
import { historyStore } from './history-store.ts';
import { hitStore } from './hit-store.ts';
import { rekeyingState } from './rekeying-store.ts';
import type { Stores } from './stores.ts';
import { surnameStore } from './surname-store.ts';
import { type SuspensionOptions, suspensionStore } from './suspension-store.ts';

export interface StoreOptions {
  writes: DossierWrites;
  matchKeys: MatchKeys;
  naming: NodeNaming;
  /** Limits of what other agencies may ask and be told of in a day. */
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

/** Signing the larger quota of a first load, of which another agency is told at once. */
const loadsOfOfficers = (
  { signLoad, usedOfLoad }: IndicatorStore,
  onMessages: () => void,
): Stores['firstLoads'] => ({
  async signLoad(...signed) {
    const after = await signLoad(...signed);
    onMessages();
    return after;
  },
  usedOfLoad,
});

/** What officers do with alerts; what raises and ends them is not theirs. */
const alertsOfOfficers = ({
  read,
  readEach,
  replace,
  tell,
  confirm,
  page,
  of,
  between,
}: AlertStore): Stores['alerts'] => ({
  read,
  readEach,
  replace,
  tell,
  confirm,
  page,
  of,
  between,
});

/** The lists of widely shared values that are asked for; counting them is not officers'. */
const widelySharedOfOfficers = ({ page, named, recorders }: WidelySharedStore): Stores['widelyShared'] => ({
  page,
  named,
  recorders,
});

/** The identifiers that answers look up; following them up is not theirs. */
const sightingsOfOfficers = ({ holdingEach, spread, lookAgain }: SightingStore): Stores['sightings'] => ({
  holdingEach,
  spread,
  lookAgain,
});

/** The words of supervisors on conflicts of measures; what makes and ends them is not theirs. */
const checksOfOfficers = ({ read, readEach, replace, confirm }: CheckStore): Stores['checks'] => ({
  read,
  readEach,
  replace,
  confirm,
});

/** The stores that requests read and write, over an agency's models. */
export const agencyStores = (
  models: AgencyModels,
  {
    writes,
    matchKeys,
    naming,
    limits,
    cursorKey,
    suspending,
    own,
    pace,
    measurePace,
    onRequestMessages,
  }: StoreOptions,
): Omit<Stores, 'parked' | 'findSubject'> => ({
  dossiers: dossierStore(models.dossiers),
  writes,
  groups: groupStore(models),
  history: { pages: historyStore(models.history).pages },
  reads: readStore(models.reads),
  hits: hitStore(models.hits),
  budgets: budgetStore(models.budgets, limits),
  comparisons: comparisonStore(models.comparisons),
  rekeying: rekeyingState(models.dossiers, matchKeys.all.map(keyInForm)),
  surnames: { bitsOf: surnameStore(models).bitsOf },
  notices: { ...noticeStore(models), tellErasures: erasureNotices(models.notices).tellErasures },
  waiting: waitingStore(models),
  decisions: decisionStore(models.decisions),
  measures: measureStore(models.measures),
  checks: checksOfOfficers(checkStore(models.measureChecks, onRequestMessages)),
  measureExchange: measureExchange(own, models, measuringStore(models.measureTokens.db, models), measurePace),
  contactOf: contactOf(models),
  channel: channelState(models),
  suspensions: suspensionStore(models, suspending),
  requests: requestStore(models, onRequestMessages),
  deputies: deputyStore(models.deputies),
  firstLoads: loadsOfOfficers(indicatorStore(models.indicators.db, models, naming.idOf), onRequestMessages),
  alerts: alertsOfOfficers(alertStore(models.alerts, onRequestMessages)),
  sightings: sightingsOfOfficers(sightingStore(models.sightings)),
  widelyShared: widelySharedOfOfficers(widelySharedStore(models)),
  indicatorExchange: indicatorExchange(own, indicatorStore(models.indicators.db, models, naming.idOf), pace),
  matchKeys,
  nodeIdOf: naming.idOf,
  cursorKey,
});
