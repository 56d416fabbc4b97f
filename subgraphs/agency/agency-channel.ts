import type { AgencyRecords } from './agency-records.ts';
import { createChannel } from './channel/channel.ts';
import { noticingReceipts } from './channel/out/noticing-receipts.ts';
import { provingAgain } from './channel/out/proving-again.ts';
import { outOfStep, resync } from './channel/upkeep/resync.ts';
import { settleAwaiting } from './jobs/settle-requests.ts';
import type { AgencyOptions, OpenedAgency } from './opened-agency.ts';
import type { AgencyDefinition } from './permissions/agency-definition.ts';
import { CommitWatch } from './storage/channel/commit-watch.ts';
import { provenAgain } from './storage/channel/proven-messages.ts';
import { resyncStore } from './storage/channel/resync-store.ts';
import { isPassing } from './storage/driver-errors/is-passing.ts';
import { messagePlaces, restatements } from './subjects.ts';

/** An agency's end of the channel, over its records. */
export function agencyChannel(
  { agency }: AgencyDefinition,
  { background }: Pick<OpenedAgency, 'background'>,
  { models, channels, effects, settling, signal }: AgencyRecords,
  { channelOf = createChannel }: Pick<AgencyOptions, 'channelOf'>,
): Pick<OpenedAgency, 'pending' | 'createChannel' | 'resync'> {
  const places = messagePlaces(models);
  const resyncing = resyncStore(models);
  const { outbox } = channels.background;
  return {
    pending: places.pending,
    createChannel: (settings, parts) =>
      channelOf(agency, settings, {
        ...parts,
        stores: provingAgain(
          noticingReceipts(channels.background, (ids) => settleAwaiting(settling, ids)),
          (to, number) => provenAgain(models.outbox, to, number, new Date()),
        ),
        answering: channels.answering,
        effects,
        isPassing,
        pending: places.pending,
        watch() {
          const { events } = places;
          const watch = new CommitWatch(background, { events, wake: signal.wake, log: parts.log });
          watch.start();
          return watch;
        },
        countUncollected: places.count,
        signal,
      }),
    resync: {
      outOfStep: () => outOfStep(resyncing, outbox),
      resync: (step) => resync(resyncing, outbox, step, restatements(models, agency), new Date()),
    },
  };
}
