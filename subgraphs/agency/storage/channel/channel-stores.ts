import type { Connection } from 'mongoose';
import type { Agency } from '../../../../terms/agencies.ts';
import type { ChannelStores } from '../../channel/stores/channel-stores.ts';
import { channelModels } from '../models/channel-models.ts';
import { channelCounts } from './channel-counts.ts';
import { inboxStore } from './inbox-store.ts';
import { noteStore } from './note-store.ts';
import { outboxStore } from './outbox-store.ts';
import { StoredLease } from './stored-lease.ts';

/** The channel's stores in an agency's database. */
export function channelStores(own: Agency, connection: Connection): ChannelStores {
  const models = channelModels(connection);
  return {
    outbox: outboxStore(own, models),
    inbox: inboxStore(models.inbox),
    notes: noteStore(models),
    counts: channelCounts(models),
    lease: (holder) => new StoredLease(connection, holder),
  };
}
