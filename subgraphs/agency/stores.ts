import { randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { BudgetLimits } from './budgets/record.ts';
import { defaultBudgets } from './budgets/settings.ts';
import { budgetStore } from './budgets/store.ts';
import { inboxOf } from './channel/inbox.ts';
import { parkedMessages } from './channel/parked.ts';
import { channelState } from './channel/state.ts';
import { comparisonStore } from './comparisons/store.ts';
import type { Stores } from './context.ts';
import { agencyModels } from './database.ts';
import { dossierStore } from './dossiers/store.ts';
import { dossierWrites } from './dossiers/writing/store.ts';
import { agencyEffects } from './effects.ts';
import { groupStore } from './groups/store.ts';
import { historyStore } from './history/store.ts';
import { hitStore } from './hits/store.ts';
import { matchUnder } from './matching/match-under.ts';
import type { MatchKeys } from './matching/tokens.ts';
import { noticeStore } from './notices/store.ts';
import { readStore } from './reads/store.ts';
import { type SuspensionOptions, suspensionStore } from './suspensions/store.ts';

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
    parked: parkedMessages(inboxOf(models.inbox), agencyEffects(models, writes)),
    matchKeys,
    cursorKey,
  };
}
