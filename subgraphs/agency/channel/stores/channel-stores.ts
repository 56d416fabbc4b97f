import type { ChannelCounts } from './channel-counts.ts';
import type { Inbox } from './inbox.ts';
import type { Lease } from './lease.ts';
import type { Notes } from './notes.ts';
import type { Outbox } from './outbox.ts';

/** The places where an agency's end of the channel keeps what must outlive its process. */
export interface ChannelStores {
  outbox: Outbox;
  inbox: Inbox;
  notes: Notes;
  counts: ChannelCounts;
  /** @param holder the instance, by a name that no other has at the same time */
  lease(holder: string): Lease;
}
