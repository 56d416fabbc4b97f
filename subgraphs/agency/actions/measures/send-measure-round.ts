import { randomBytes, randomInt } from 'node:crypto';
import type { Agency } from '../../../../terms/agencies.ts';
import { tokenLength } from '../../matching/two-key/token-under.ts';
import { inBase64 } from '../../records/indicators/indicator-messages.ts';
import { roundPlan } from '../../records/indicators/round-plan.ts';
import { comparedEpochs, epochOfRound } from '../../records/measures/comparing/measure-epochs.ts';
import { genuineOfRound, toldOfRound } from '../../records/measures/measure-pace.ts';
import { newMessageId } from '../../records/messages/message.ts';
import { newIndicatorName } from '../../storage/indicators/indicator-store.ts';
import type { MeasureParts } from '../../storage/measures/measure-token-store.ts';
import type { Measuring } from './measuring.ts';

type Sending = Pick<Measuring, 'keys' | 'curve' | 'measures' | 'pace' | 'contactPoint' | 'onMessages'>;

/** As of a round of identifiers: one that was left out would tell that something has changed. */
const mostAttempts = 5;

const namesOf = ({ waiting, tellable, gone, dummies }: MeasureParts) => {
  const names = (tokens: readonly { _id: string }[]) => tokens.map(({ _id }) => _id);
  return { waiting: names(waiting), made: names(tellable), gone: names(gone), dummies: names(dummies) };
};

interface Due {
  other: Agency;
  number: number;
  epoch: string;
  at: Date;
}

/** Decides on a round and writes it; false where another instance has, or something that it would tell has changed in this moment. */
async function trySending({ curve, measures, pace, contactPoint }: Sending, due: Due): Promise<boolean> {
  const { other, number, epoch, at } = due;
  const genuine = genuineOfRound(pace);
  const parts = await measures.tokens.parts(other, { epoch, genuine, withdrawn: genuine });
  const sizes = { slots: pace.slots, genuine, told: toldOfRound(pace), withdrawn: genuine };
  const plan = roundPlan(namesOf(parts), sizes, (below) => randomInt(below));
  const known = new Map([...parts.waiting, ...parts.tellable].map((token) => [token._id, token]));
  const blinded = await curve.blind(
    plan.blinded.map((name) => {
      const { kind, value, week } = known.get(name ?? '') ?? {};
      return kind && value !== undefined && week ? { kind, value, week } : undefined;
    }),
  );
  const tokens = plan.told.map((name) => {
    const token = known.get(name ?? '')?.token ?? inBase64(randomBytes(tokenLength));
    return { name: name ?? newIndicatorName(), token, isDummy: name === undefined };
  });
  return measures.send({
    round: {
      _id: `${other} ${number}`,
      other,
      number,
      epoch,
      at,
      state: 'SENT',
      slots: blinded.map((slot, place) => {
        const name = plan.blinded[place];
        return {
          ...(name !== undefined && { name }),
          blind: Buffer.from(slot.blind),
          element: Buffer.from(slot.element),
        };
      }),
    },
    message: {
      id: newMessageId(at),
      to: other,
      type: 'concord.measure.round.v1',
      at,
      data: {
        round: number,
        epoch,
        elements: blinded.map(({ element }) => inBase64(element)),
        tokens: tokens.map(({ name, token }) => ({ name, token })),
        withdrawn: plan.withdrawn,
        contact: contactPoint,
      },
    },
    blinded: plan.blinded.flatMap((name) => name ?? []),
    told: plan.told.flatMap((name) => name ?? []),
    withdrawn: plan.withdrawn,
    dummies: tokens.filter(({ isDummy }) => isDummy).map(({ name, token }) => ({ name, token })),
  });
}

/**
 * Sends one round about measures to another agency: blinded elements, tokens, and what is taken back, padded with dummies. At each number there is one round,
 * whichever instance sends it.
 * @returns false where there was one already, or the day's quota has no room for it
 */
export async function sendMeasureRound(
  parts: Sending,
  other: Agency,
  number: number,
  at: Date,
): Promise<boolean> {
  const { keys, measures, pace, onMessages } = parts;
  if (await measures.isSent(other, number)) return false;
  // The other agency would refuse it.
  if ((await measures.used('HERE', other, at)) + pace.slots > pace.quota) return false;
  const { current, next } = keys.own;
  const epochs = comparedEpochs(
    { current: current.epoch, next: next?.epoch },
    await measures.epochs(other),
    at,
  );
  const due = { other, number, epoch: epochOfRound(epochs, number), at };
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    if (await trySending(parts, due)) {
      onMessages();
      return true;
    }
    if (await measures.isSent(other, number)) return false;
  }
  return false;
}
