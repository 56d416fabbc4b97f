import type { Connection } from 'mongoose';
import { inboxOf } from './channel/inbox.ts';
import { parkedMessages } from './channel/parked.ts';
import { channelState } from './channel/state.ts';
import type { Stores } from './context.ts';
import { agencyModels } from './database.ts';
import { dossierStore } from './dossiers/store.ts';
import { dossierWrites } from './dossiers/writing/store.ts';
import { agencyEffects } from './effects.ts';
import { groupStore } from './groups/store.ts';
import { hitStore } from './hits/store.ts';
import { matchUnder } from './matching/match-under.ts';
import type { MatchKeys } from './matching/tokens.ts';
import { noticeStore } from './notices/store.ts';
import { readStore } from './reads/store.ts';

/**
 * Everything of an agency that is read and written, over its own database.
 * @param onMessages told when messages to other agencies were stored
 */
export function agencyStores(
  connection: Connection,
  matchKeys: MatchKeys,
  onMessages: () => void = () => undefined,
): Stores {
  const models = agencyModels(connection);
  const { dossiers, groups, hits, reads } = models;
  const writes = dossierWrites(dossiers, matchUnder(matchKeys), onMessages);
  return {
    dossiers: dossierStore(dossiers),
    writes,
    groups: groupStore(groups),
    reads: readStore(reads),
    hits: hitStore(hits),
    notices: noticeStore(models),
    channel: channelState(models),
    parked: parkedMessages(inboxOf(models.inbox), agencyEffects(models, writes)),
    matchKeys,
  };
}
