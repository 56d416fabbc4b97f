import type { Connection } from 'mongoose';
import type { Registry } from 'prom-client';
import type { Logger } from '../../server/log.ts';
import type { Mode } from '../../server/settings.ts';
import type { Background } from '../../server/time/in-background.ts';
import type { Agency } from '../../terms/agencies.ts';
import type { ImportStores } from './actions/import/plan-import.ts';
import type { Measuring } from './actions/measures/measuring.ts';
import type { Channel, ChannelParts, createChannel } from './channel/channel.ts';
import type { ChannelSettings } from './channel/channel-settings.ts';
import type { Effects } from './channel/in/effects.ts';
import type { PendingMessages } from './channel/out/pending-messages.ts';
import type { OutOfStep } from './channel/upkeep/resync.ts';
import type { PeerKeys } from './channel/wire/peer-keys.ts';
import type { Signal } from './channel/wire/signal.ts';
import type { DailyReport } from './jobs/daily-run.ts';
import type { RekeyingOptions } from './jobs/rekey.ts';
import type { WholeReport } from './jobs/rekey-everything.ts';
import type { RunOptions } from './jobs/run-retention.ts';
import type { MatchKeys } from './matching/tokens.ts';
import type { IndicatorKeys } from './matching/two-key/indicator-key-settings.ts';
import type { openComparing } from './open-comparing.ts';
import type { openMeasuring } from './open-measuring.ts';
import type { AgencyDefinition } from './permissions/agency-definition.ts';
import type { BudgetLimits } from './records/budgets/budget-record.ts';
import type { NodeNaming } from './records/formats/text/node-id.ts';
import type { ComparingPace } from './records/indicators/comparing-pace.ts';
import type { MeasurePace } from './records/measures/measure-pace.ts';
import type { AgencyModels } from './storage/database/agency-models.ts';
import type { Opening } from './storage/database/database.ts';
import type { RetentionStore } from './storage/retention/retention-store.ts';
import type { Stores } from './storage/stores/stores.ts';
import type { SuspendedOfficers } from './storage/stores/suspended-officers.ts';
import type { SuspensionOptions } from './storage/stores/suspension-store.ts';

/** The database of an agency, and how it is connected to. */
export interface AgencyDatabase extends Opening {
  uri: string;
  /** The same database by a user who may erase, for what nobody waits for; `uri` without it. */
  jobsUri?: string | undefined;
  /**
   * Answers go over a connection of their own: work that nobody waits for must neither be ended by the limits of answers, nor hold
   * one up. Without it one patient connection does for all.
   */
  answersApart?: boolean;
}

/** Settings of an agency that are not its database's. */
export interface AgencyOptions {
  matchKeys: MatchKeys;
  /** The names of what its dossiers share, under a key of its own. */
  naming: NodeNaming;
  /** Keys of two-key tokens, by which its identifiers are compared with other agencies'; without them they are only noted. */
  indicatorKeys?: IndicatorKeys;
  /** How often and how much it compares; `usualPace` without it. */
  pace?: ComparingPace;
  /** Keys of two-key tokens of measures; without them measures are only noted. */
  measureKeys?: IndicatorKeys | undefined;
  /** How often and how much it compares measures; `usualMeasurePace` without it. */
  measurePace?: MeasurePace;
  /** The joint operations that it has with another agency; none without it. */
  operationsWith?: Measuring['operationsWith'];
  /** Told of an answer of another agency whose proof is wrong. */
  onWrongProof?: (other: Agency, fault: string) => void;
  /** Limits of what other agencies may ask and be told of in a day. */
  limits?: BudgetLimits;
  /** A key of 32 bytes, the same for all processes that answer for the agency; one of its own where nobody is answered. */
  cursorKey?: Buffer;
  /** The key of the hashes of who recorded an identifier, likewise. */
  recorderKey?: Buffer;
  /** The public keys that the agency signs and has signed with on the channel, by which it knows its own receipts again. */
  ownKeys?: PeerKeys;
  subjectOf?: NonNullable<SuspensionOptions['subjectOf']>;
  onSuspensionsUnread?: (error: unknown) => void;
  /** The metrics that jobs are watched by. */
  registry?: Registry;
  /** Makes the agency's end of the channel. */
  channelOf?: typeof createChannel;
  /** Makes what compares its identifiers. */
  comparingOf?: typeof openComparing;
  /** Makes what compares its measures. */
  measuringOf?: typeof openMeasuring;
}

/** An agency whose database is open: its parts, each made once. */
export interface OpenedAgency {
  definition: AgencyDefinition;
  /** The connection of answers, and that of everything else. */
  answering: Connection;
  background: Connection;
  /** The models over the connection in the background. */
  models: AgencyModels;
  /** Everything that requests read and write. */
  stores: Stores;
  effects: Effects;
  suspended: SuspendedOfficers;
  imports: ImportStores;
  retention: RetentionStore;
  /** Woken when messages to other agencies were stored. */
  signal: Signal;
  /** The places where messages to other agencies wait. */
  pending: readonly PendingMessages[];
  createChannel(
    settings: ChannelSettings,
    parts: Pick<ChannelParts, 'registry' | 'log' | 'onError' | 'atOnce'>,
  ): Channel;
  /** The channels whose numbers the other agency does not agree with, and the way to agree again. */
  resync: { outOfStep(): Promise<OutOfStep[]>; resync(step: OutOfStep): Promise<number> };
  /** Does all that the passing of time does to the records. */
  runDay(now: Date, options?: RunOptions): Promise<DailyReport>;
  /** Brings requests to what time and the receipts that have come in make of them. @returns the number that changed */
  settleRequests(now: Date): Promise<number>;
  /** Brings joint operations to what time and their measures make of them. @returns the number that changed */
  settleOperations(now: Date): Promise<number>;
  /** Compares identifiers with other agencies', as far as is due at a time; nothing without keys. */
  compareNow(now: Date, ending?: AbortSignal, until?: AbortSignal): Promise<void>;
  /** Compares measures with other agencies', likewise. */
  compareMeasuresNow(now: Date, ending?: AbortSignal): Promise<void>;
  /** Brings match tokens under the current key, and names of what dossiers share. */
  rekey(options?: RekeyingOptions): Promise<WholeReport>;
  /** The number of dossiers whose match tokens are under another key. */
  leftToRekey(): Promise<number>;
  /** Does the work of each day, and the re-keying, until it is stopped. */
  startJobs(to: { log: Pick<Logger, 'info' | 'error'>; mode: Mode }): Background[];
  /** @param isForced without waiting for what is under way */
  close(isForced?: boolean): Promise<void>;
}
