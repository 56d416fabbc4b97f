import type { Agency } from '../../terms/agencies.ts';
import { yearsAfter } from '../../terms/days.ts';
import type { LinkWrites } from './actions/change-links.ts';
import type { Comparing } from './actions/indicators/comparing.ts';
import type { Measuring } from './actions/measures/measuring.ts';
import type { FollowingOperations } from './actions/operations/follow-operation.ts';
import { indicatorEffects } from './actions/receive/indicator-effects.ts';
import { endedAbroad, linkEffects } from './actions/receive/link-effects.ts';
import { measureEffects } from './actions/receive/measure-effects.ts';
import { noticeEffects } from './actions/receive/notice-effects.ts';
import { operationEffects } from './actions/receive/operation-effects.ts';
import { type ReceivingRequests, requestEffects } from './actions/receive/request-effects.ts';
import { suspensionEffects } from './actions/receive/suspension-effects.ts';
import type { Effects } from './channel/in/effects.ts';
import type { Restatement } from './channel/upkeep/restatement.ts';
import { lastNamed } from './records/hits/hit-record.ts';
import { firstMessageId } from './records/messages/message.ts';
import type { AgencyRetention } from './records/values/agency-retention.ts';
import { linkRestatement } from './storage/channel/link-restatement.ts';
import {
  allPlaces,
  type MessagePlace,
  type MessagePlaces,
  placeIn,
  placesOfDossiers,
} from './storage/channel/message-places.ts';
import { releaseRestatement } from './storage/channel/release-restatement.ts';
import { requestRestatement } from './storage/channel/request-restatement.ts';
import { suspensionRestatement } from './storage/channel/suspension-restatement.ts';
import type { AgencyModels } from './storage/database/agency-models.ts';
import { measureRestatement } from './storage/measures/measure-restatement.ts';
import type { NoticeBook } from './storage/notices/notice-book.ts';
import { operationRestatement } from './storage/operations/operation-restatement.ts';
import type { OperationStore } from './storage/operations/operation-store.ts';
import { deleted } from './storage/retention/deleted.ts';
import { eraseAlerts, isTold } from './storage/retention/erase-alerts.ts';
import { eraseMeasures } from './storage/retention/erase-measures.ts';
import { eraseMessages } from './storage/retention/erase-messages.ts';
import type { Eraser, Erasers } from './storage/retention/retention-store.ts';
import type { KnownAs } from './storage/stores/link-lookups.ts';

/** What another agency's messages change, and what their effects need. */
export interface EffectParts extends Omit<ReceivingRequests, 'book'> {
  models: AgencyModels;
  writes: LinkWrites;
  known: KnownAs;
  book: NoticeBook;
  suspensionsChanged: () => Promise<void>;
  operations: FollowingOperations & { operations: OperationStore };
  periods: Periods;
  /** Absent where the agency compares nothing. */
  comparing?: Comparing | undefined;
  /** Absent where it compares no measures. */
  measuring?: Measuring | undefined;
}

type Periods = Pick<AgencyRetention, 'readsYears' | 'messagesYears'>;

/** A kind of records, and what an agency does with all of them beside reading and writing; a part is absent where there is nothing. */
interface Subject {
  /** The places in which messages of their changes wait for their numbers. */
  places?(models: AgencyModels): readonly MessagePlace[];
  /** What another agency's messages about them do. */
  effects?(parts: EffectParts): Effects;
  /** What an agency that has lost a database is told of them anew. */
  restatements?(models: AgencyModels, own: Agency): readonly Restatement[];
  /** What of them ends by its own term, by the name that a retention run reports it by. */
  erasers?(models: AgencyModels, periods: Periods): Readonly<Record<string, Eraser>>;
}

const reads = {
  erasers: (models, { readsYears }) => ({
    readsErased: (now) => deleted(models.reads.deleteMany({ at: { $lt: yearsAfter(now, -readsYears) } })),
  }),
} satisfies Subject;

const dossiers = {
  places: placesOfDossiers,
  effects: ({ writes, known, book }) => linkEffects(writes, known, book),
  restatements: (models) => [releaseRestatement(models.dossiers), linkRestatement(models.dossiers)],
  erasers: ({ history }) => ({
    historyErased: (now) => deleted(history.deleteMany({ keptUntil: { $lte: now } })),
  }),
} satisfies Subject;

const hits = {
  erasers: (models) => ({
    hitsErased: (now) => deleted(models.hits.deleteMany({ until: { $lte: lastNamed(now) } })),
  }),
} satisfies Subject;

const alerts = {
  places: (models) => [
    placeIn(models.alerts, 'update'),
    placeIn(models.indicatorRounds, 'insert'),
    placeIn(models.indicatorAnswers, 'insert'),
  ],
  effects: ({ comparing }) => (comparing ? indicatorEffects(comparing) : new Map()),
  erasers: (models, { messagesYears }) => ({
    alertsErased: (now) => eraseAlerts(models, messagesYears, now),
  }),
} satisfies Subject;

const measures = {
  places: (models) => [
    placeIn(models.measureChecks, 'update'),
    placeIn(models.measureRounds, 'insert'),
    placeIn(models.measureAnswers, 'insert'),
  ],
  effects: ({ measuring }) => (measuring ? measureEffects(measuring) : new Map()),
  restatements: (models) => [measureRestatement(models)],
  erasers: (models, { messagesYears }) => ({
    measureChecksErased: (now) => eraseMeasures(models, messagesYears, now),
  }),
} satisfies Subject;

const notices = {
  effects: ({ book, writes, known }) => noticeEffects(book, endedAbroad(writes, known)),
  erasers: (models, { messagesYears }) => ({
    noticesErased: (now) =>
      deleted(models.notices.deleteMany({ receivedAt: { $lt: yearsAfter(now, -messagesYears) } })),
  }),
} satisfies Subject;

const suspensions = {
  places: (models) => [placeIn(models.suspensions, 'insert', 'update')],
  effects: ({ models, suspensionsChanged }) => suspensionEffects(models.suspensions, suspensionsChanged),
  restatements: (models, own) => [suspensionRestatement(own, models.suspensions)],
  erasers: (models, { readsYears }) => ({
    suspensionsErased: (now) =>
      deleted(
        models.suspensions.deleteMany({
          'reinstated.at': { $lt: yearsAfter(now, -readsYears) },
          ...isTold,
        }),
      ),
  }),
} satisfies Subject;

const requests = {
  places: (models) => [placeIn(models.requests, 'update')],
  effects: requestEffects,
  restatements: (models) => [requestRestatement(models)],
  erasers: (models, { messagesYears }) => ({
    requestsErased: (now) =>
      deleted(
        models.requests.deleteMany({
          place: { $lt: firstMessageId(yearsAfter(now, -messagesYears)) },
          ...isTold,
        }),
      ),
  }),
} satisfies Subject;

const operations = {
  places: (models) => [placeIn(models.operations, 'insert', 'update')],
  effects: ({ own, operations: stores, book, periods }) =>
    operationEffects({
      ...{ own, stores, book },
      erasedBefore: (now) => yearsAfter(now, -periods.messagesYears),
    }),
  restatements: (models) => [operationRestatement(models)],
  erasers: (models, { messagesYears }) => ({
    operationsErased: (now) =>
      deleted(models.operations.deleteMany({ over: { $lt: yearsAfter(now, -messagesYears) }, ...isTold })),
  }),
} satisfies Subject;

const messages = {
  erasers: (models, { messagesYears }) => ({
    messagesErased: (now) => eraseMessages(models, yearsAfter(now, -messagesYears)),
  }),
} satisfies Subject;

/** Every kind of records, in the order in which a retention run erases them: messages last, which tell of the others. */
const subjects = [
  reads,
  dossiers,
  hits,
  alerts,
  measures,
  notices,
  suspensions,
  requests,
  operations,
  messages,
] as const;

const each: readonly Subject[] = subjects;

/** All places in which messages wait. */
export const messagePlaces = (models: AgencyModels): MessagePlaces =>
  allPlaces(each.flatMap((subject) => subject.places?.(models) ?? []));

/** The effect on an agency's records of every type of message that it understands. */
export const agencyEffects = (parts: EffectParts): Effects =>
  new Map(each.flatMap((subject) => [...(subject.effects?.(parts) ?? [])]));

/** What an agency that has lost a database is told anew. */
export const restatements = (models: AgencyModels, own: Agency): Restatement[] =>
  each.flatMap((subject) => subject.restatements?.(models, own) ?? []);

type ErasedBy<One> = One extends { erasers(...given: never[]): infer Named } ? keyof Named : never;

/** Everything that ends by its own term. It does not compile where no subject erases what a retention run reports. */
export const erasersOf = (models: AgencyModels, periods: Periods): Erasers => {
  const named = each.flatMap((subject) => Object.entries(subject.erasers?.(models, periods) ?? {}));
  return Object.fromEntries(named) as Record<ErasedBy<(typeof subjects)[number]>, Eraser>;
};
