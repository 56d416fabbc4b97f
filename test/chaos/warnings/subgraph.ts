/**
 * An agency's subgraph that stops for good at one place of a round, or of a value that is taken back. `test/chaos/warnings.ts` starts and kills
 * it: `--agency belarus [--pause-at PLACE]`.
 */
import { parseArgs } from 'node:util';
import { createChannel } from '../../../subgraphs/agency/channel/channel.ts';
import { openComparing } from '../../../subgraphs/agency/open-comparing.ts';
import { startAgency } from '../../../subgraphs/agency/start.ts';
import { belarus } from '../../../subgraphs/belarus/definition.ts';
import { russia } from '../../../subgraphs/russia/definition.ts';
import { pausingStores } from './pausing-stores.ts';
import { effectAt } from './places.ts';

const string = { type: 'string' } as const;
const { agency, 'pause-at': place } = parseArgs({ options: { agency: string, 'pause-at': string } }).values;
const started = new Date();

/** Says that the place is come to, and never comes back. */
async function pause(): Promise<never> {
  process.stdout.write(`${JSON.stringify({ paused: place })}\n`);
  return new Promise(() => undefined);
}

const pausing: typeof createChannel = (own, settings, parts) => {
  const { effects, stores } = parts;
  const paused = effectAt(place ?? '');
  const isRound = (messages: readonly { type: string }[]) =>
    messages.some(({ type }) => type.startsWith('concord.indicator.'));
  return createChannel(own, settings, {
    ...parts,
    effects: new Map(
      [...effects].map(([type, apply]) => [
        type,
        async (arrival) => {
          // What waited from the life before is done first, or no life would come further than the one before it.
          const isHere = type === paused?.type && arrival.receivedAt >= started;
          if (isHere && paused?.when === 'BEFORE') await pause();
          const result = await apply(arrival);
          if (isHere) await pause();
          return result;
        },
      ]),
    ),
    stores: {
      ...stores,
      outbox: {
        ...stores.outbox,
        async queue(messages) {
          if (place === 'BEFORE_QUEUEING' && isRound(messages)) await pause();
          await stores.outbox.queue(messages);
        },
        async head(to, limit) {
          const messages = await stores.outbox.head(to, limit);
          if (place === 'BEFORE_SENDING' && messages.length > 0) await pause();
          return messages;
        },
      },
    },
  });
};

const comparing: typeof openComparing = (...given) =>
  pausingStores(openComparing(...given), async (step, when) => {
    if (place === `${when}_${step}`) await pause();
  });

const isBelarus = agency === 'belarus';
await startAgency(isBelarus ? belarus : russia, isBelarus ? 4001 : 4002, {
  channelOf: pausing,
  comparingOf: comparing,
});
