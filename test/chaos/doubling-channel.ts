import { randomUUID } from 'node:crypto';
import { createChannel } from '../../subgraphs/agency/channel/channel.ts';
import { applyRecord } from '../../subgraphs/agency/channel/in/apply-record.ts';
import type { Effects } from '../../subgraphs/agency/channel/in/effects.ts';

/** Has each effect applied under a key of its own, so that one that is applied again is taken for another. */
const underNewKeys = (effects: Effects): Effects =>
  new Map(
    [...effects].map(([type, apply]) => [
      type,
      (arrival) => apply({ ...arrival, key: `${arrival.key} ${randomUUID()}` }),
    ]),
  );

/** A channel that applies a message each time that it arrives: a run over it shows that the count would notice. */
export const doublingChannel: typeof createChannel = (own, settings, parts) => {
  const { stores, answering = stores, isPassing, now = () => new Date() } = parts;
  const effects = underNewKeys(parts.effects);
  return createChannel(own, settings, {
    ...parts,
    effects,
    answering: {
      ...answering,
      inbox: {
        ...answering.inbox,
        async known(from, arriving) {
          const known = await answering.inbox.known(from, arriving);
          for (const { id } of known) {
            const isRepeat = arriving.some((message) => message.id === id);
            const record = isRepeat ? await answering.inbox.find({ from, id }) : null;
            if (record) await applyRecord(effects, record, { now: now(), isPassing });
          }
          return known;
        },
      },
    },
  });
};
