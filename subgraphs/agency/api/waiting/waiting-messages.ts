import { type Finder, itemOf } from './waiting-item.ts';

/** Parked messages. One is dismissed by two officers: who has done so has no second voice. */
export const waitingMessages: Finder = async (part, context) => {
  const { stores, viewer } = context;
  return (await stores.waiting.parked(part)).map((parked) => {
    const { _id: id, receivedAt: since, firstDismissal } = parked;
    const item = itemOf('MESSAGE_PARKED', { id, since, due: undefined }, context);
    const hasDismissed = firstDismissal?.by === viewer.subject;
    const steps = item.steps.filter((step) => step !== 'DISMISS_MESSAGE' || !hasDismissed);
    return {
      order: item.order,
      show: async () => ({ ...item, steps, parked, __typename: 'WaitingMessage' }),
    };
  });
};
