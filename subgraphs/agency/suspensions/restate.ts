import type { Model } from 'mongoose';
import type { Agency } from '../../../identity/agencies.ts';
import type { Restatement } from '../channel/restatement.ts';
import { suspensionMessages } from './messages.ts';
import type { SuspensionRecord } from './record.ts';

/** The officers of an agency who are suspended now. */
export const suspensionRestatement = (own: Agency, suspensions: Model<SuspensionRecord>): Restatement => ({
  async *messagesTo(agency, at) {
    const standing = suspensions
      .find({ isActive: true, agency: own }, { subject: 1 })
      .lean<Pick<SuspensionRecord, '_id' | 'subject'>>();
    for await (const suspension of standing.cursor())
      yield* suspensionMessages('SUSPENDED', own, suspension, at).filter(({ to }) => to === agency);
  },
});
