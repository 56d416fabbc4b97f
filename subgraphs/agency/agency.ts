import { randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import { agencyEffects } from './actions/receive/agency-effects.ts';
import { parkedMessages } from './channel/upkeep/parked-messages.ts';
import { matchUnder } from './matching/match-under.ts';
import type { MatchKeys } from './matching/tokens.ts';
import type { BudgetLimits } from './records/budgets/budget-record.ts';
import { defaultBudgets } from './records/budgets/budget-settings.ts';
import { channelState } from './storage/channel/channel-state.ts';
import { inboxStore } from './storage/channel/inbox-store.ts';
import { agencyModels } from './storage/database/database.ts';
import { isPassing } from './storage/driver-errors/is-passing.ts';
import { budgetStore } from './storage/stores/budget-store.ts';
import { comparisonStore } from './storage/stores/comparison-store.ts';
import { dossierStore } from './storage/stores/dossier-store.ts';
import { dossierWrites } from './storage/stores/dossier-writes.ts';
import { groupStore } from './storage/stores/group-store.ts';
import { historyStore } from './storage/stores/history-store.ts';
import { hitStore } from './storage/stores/hit-store.ts';
import { noticeStore } from './storage/stores/notice-store.ts';
import { readStore } from './storage/stores/read-store.ts';
import type { Stores } from './storage/stores/stores.ts';
import { type SuspensionOptions, suspensionStore } from './storage/stores/suspension-store.ts';

export interface StoreOptions {
  /** Told when messages to other agencies were stored. */
  onMessages?: () => void;
  /** Limits of what other agencies may ask and be told of in a day. */
  limits?: BudgetLimits;
  /** A key of 32 bytes, the same for all processes that answer for the agency; one of its own where nobody is answered. */
  cursorKey?: Buffer;
  suspending?: SuspensionOptions;
}

/** Everything of an agency that is read and written, over its own database. */
export function agencyStores(
  connection: Connection,
  matchKeys: MatchKeys,
  {
    onMessages = () => undefined,
    limits = defaultBudgets,
    cursorKey = randomBytes(32),
    suspending = {},
  }: StoreOptions = {},
): Stores {
  const models = agencyModels(connection);
  const { budgets, comparisons, dossiers, hits, reads } = models;
  const writes = dossierWrites(models, matchUnder(matchKeys), onMessages);
  return {
    dossiers: dossierStore(dossiers),
    writes,
    groups: groupStore(models),
    history: { pages: historyStore(models.history).pages },
    reads: readStore(reads),
    hits: hitStore(hits),
    budgets: budgetStore(budgets, limits),
    comparisons: comparisonStore(comparisons),
    notices: noticeStore(models),
    channel: channelState(models),
    suspensions: suspensionStore(models.suspensions, suspending),
    parked: parkedMessages(inboxStore(models.inbox), agencyEffects(models, writes), isPassing),
    matchKeys,
    cursorKey,
  };
}
