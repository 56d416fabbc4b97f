import type { Agency } from '../../../../terms/agencies.ts';
import type { ChannelState } from '../../channel/upkeep/channel-state.ts';
import type { ParkedMessages } from '../../channel/upkeep/parked-messages.ts';
import type { MatchKeys } from '../../matching/tokens.ts';
import type { NodeIdOf } from '../../records/formats/text/node-id.ts';
import type { AlertStore } from '../indicators/alert-store.ts';
import type { IndicatorExchange } from '../indicators/indicator-exchange.ts';
import type { LoadStore } from '../indicators/load-store.ts';
import type { SightingStore } from '../indicators/sighting-store.ts';
import type { WidelySharedStore } from '../indicators/widely-shared-store.ts';
import type { DecisionStore } from '../lists/decision-store.ts';
import type { MeasureStore } from '../lists/measure-store.ts';
import type { WaitingStore } from '../lists/waiting-store.ts';
import type { CheckStore } from '../measures/check-store.ts';
import type { MeasureExchange } from '../measures/measure-exchange.ts';
import type { ErasureNotices } from '../notices/erasure-notices.ts';
import type { NoticeStore } from '../notices/notice-store.ts';
import type { ReadStore } from '../reads/read-store.ts';
import type { DeputyStore } from '../requests/deputy-store.ts';
import type { RequestStore } from '../requests/request-store.ts';
import type { FindSubject } from '../requests/subject-lookups.ts';
import type { BudgetStore } from './budget-store.ts';
import type { ComparisonStore } from './comparison-store.ts';
import type { DossierStore } from './dossier-store.ts';
import type { DossierWrites } from './dossier-writes.ts';
import type { GroupStore } from './group-store.ts';
import type { HistoryStore } from './history-store.ts';
import type { HitStore } from './hit-store.ts';
import type { RekeyingState } from './rekeying-store.ts';
import type { SurnameStore } from './surname-store.ts';
import type { SuspensionStore } from './suspension-store.ts';

/** The agency's records, as requests read and write them. */
export interface Stores {
  dossiers: DossierStore;
  groups: GroupStore;
  history: Pick<HistoryStore, 'pages'>;
  writes: DossierWrites;
  reads: ReadStore;
  hits: HitStore;
  budgets: BudgetStore;
  comparisons: ComparisonStore;
  rekeying: RekeyingState;
  surnames: Pick<SurnameStore, 'bitsOf'>;
  notices: NoticeStore & Pick<ErasureNotices, 'tellErasures'>;
  waiting: WaitingStore;
  decisions: DecisionStore;
  measures: MeasureStore;
  /** The comparisons of measures; what makes and ends conflicts is not officers'. */
  checks: Pick<CheckStore, 'read' | 'readEach' | 'replace' | 'confirm'>;
  /** The comparison of measures with each other agency, as overseers are told of it. */
  measureExchange(now: Date): Promise<MeasureExchange[]>;
  /** Where officers of another agency are reached about a conflict. */
  contactOf(other: Agency): Promise<string | undefined>;
  channel: ChannelState;
  parked: ParkedMessages;
  suspensions: SuspensionStore;
  requests: RequestStore;
  /** Looks the subject of a request up again, once its form was found in order. */
  findSubject: FindSubject;
  alerts: Pick<AlertStore, 'read' | 'readEach' | 'replace' | 'tell' | 'confirm' | 'page' | 'of' | 'between'>;
  deputies: DeputyStore;
  firstLoads: Pick<LoadStore, 'signLoad' | 'usedOfLoad'>;
  sightings: Pick<SightingStore, 'holdingEach' | 'spread' | 'lookAgain'>;
  widelyShared: Pick<WidelySharedStore, 'page' | 'named' | 'recorders'>;
  /** The exchange of tokens with each other agency, as overseers are told of it. */
  indicatorExchange(now: Date): Promise<IndicatorExchange[]>;
  /** The keys that the tokens in the records are under. */
  matchKeys: MatchKeys;
  /** Names what its dossiers share. */
  nodeIdOf: NodeIdOf;
  /** The key that seals the cursors of lists; of 32 bytes. */
  cursorKey: Buffer;
}
