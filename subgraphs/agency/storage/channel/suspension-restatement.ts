import type { Model } from 'mongoose';
import type { Agency } from '../../../../terms/agencies.ts';
import type { Restatement } from '../../channel/upkeep/restatement.ts';
import { suspensionMessages } from '../../records/suspensions/suspension-messages.ts';
import type { SuspensionRecord } from '../../records/suspensions/suspension-record.ts';

/** States anew which of an agency's officers are suspended. */
export const suspensionRestatement = (own: Agency, suspensions: Model<SuspensionRecord>): Restatement => ({
  async *messagesTo(agency, at) {
    const standing = suspensions
      .find({ isActive: true, agency: own }, { subject: 1 })
      .lean<Pick<SuspensionRecord, '_id' | 'subject'>>();
    for await (const suspension of standing.cursor())
      yield* suspensionMessages('SUSPENDED', own, suspension, at).filter(({ to }) => to === agency);
  },
});
