import { randomBytes, randomInt } from 'node:crypto';
import type { Agency } from '../../../../terms/agencies.ts';
import { indicatorTokenOf } from '../../matching/two-key/indicator-token-of.ts';
import { tokenLength } from '../../matching/two-key/token-under.ts';
import { genuineOf, sizeOfRound, withdrawnOfRound } from '../../records/indicators/comparing-pace.ts';
import { type LoadTerms, slotsOfLoad } from '../../records/indicators/first-load.ts';
import { type IndicatorMessageType, inBase64 } from '../../records/indicators/indicator-messages.ts';
import { type RoundChoice, roundPlan } from '../../records/indicators/round-plan.ts';
import { type Message, newMessageId } from '../../records/messages/message.ts';
import { newIndicatorName, type RoundParts } from '../../storage/indicators/indicator-store.ts';
import type { DecidedRound } from '../../storage/indicators/round-store.ts';
import type { Comparing } from './comparing.ts';
import { evaluatedEpoch } from './epoch-change.ts';

const namesOf = ({ waiting, made, gone, dummies }: RoundParts): RoundChoice => {
  const names = (records: readonly { _id: string }[]) => records.map(({ _id }) => _id);
  return { waiting: names(waiting), made: names(made), gone: names(gone), dummies: names(dummies) };
};

type Sending = Pick<Comparing, 'own' | 'keys' | 'curve' | 'indicators' | 'pace' | 'onMessages'>;

/** A round that was left out would tell that something has changed. */
const mostAttempts = 5;

/** Decides on a round and writes it; false where another instance has, or something that it would tell has changed in this moment. */
async function trySending(
  { own, keys, curve, indicators, pace }: Sending,
  other: Agency,
  number: number,
  at: Date,
  load: LoadTerms | undefined,
): Promise<boolean> {
  const epoch = await evaluatedEpoch({ keys, indicators }, other);
  const parts = await indicators.parts(other, epoch, {
    waiting: genuineOf(pace),
    made: genuineOf(pace),
    withdrawn: withdrawnOfRound,
    at,
  });
  const plan = roundPlan(namesOf(parts), sizeOfRound(pace), (below) => randomInt(below));
  const known = new Map([...parts.waiting, ...parts.made].map((record) => [record._id, record]));
  const blinded = await curve.blind(
    plan.blinded.map((name) => {
      const { kind, value } = known.get(name ?? '') ?? {};
      return kind && value ? { kind, value } : undefined;
    }),
  );
  const told = plan.told.map((name) => {
    const element = known.get(name ?? '')?.element;
    const token = element ? indicatorTokenOf({ epoch, teller: own }, element) : randomBytes(tokenLength);
    return { name: name ?? newIndicatorName(), token: inBase64(token), isDummy: name === undefined };
  });
  const message = (type: IndicatorMessageType, data: Message['data']): Message => ({
    id: newMessageId(at),
    to: other,
    type,
    at,
    data,
  });
  const round: DecidedRound = {
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
          ...(name !== undefined && { indicator: name }),
          blind: Buffer.from(slot.blind),
          element: Buffer.from(slot.element),
        };
      }),
    },
    messages: [
      message('concord.indicator.blinded.v1', {
        round: number,
        epoch,
        elements: blinded.map(({ element }) => inBase64(element)),
      }),
      message('concord.indicator.token.v1', {
        epoch,
        tokens: told.map(({ name, token }) => ({ name, token })),
      }),
      ...(plan.withdrawn.length > 0
        ? [message('concord.indicator.withdrawn.v1', { names: plan.withdrawn })]
        : []),
    ],
    blinded: plan.blinded.flatMap((name) => name ?? []),
    told: plan.told.flatMap((name) => name ?? []),
    withdrawn: plan.withdrawn,
    dummies: told.filter(({ isDummy }) => isDummy).map(({ name }) => name),
    slots: (load ? 0 : plan.blinded.length) + plan.withdrawn.length,
    ...(load && { load: { slots: plan.blinded.length, until: load.until } }),
    isOfNext: epoch === keys.own.next?.epoch,
  };
  return indicators.send(round);
}

/**
 * Sends one round to another agency: blinded identifiers, tokens, and what is taken back, padded with dummies. At each number there is one
 * round, whichever instance sends it.
 * @param number counts the rhythm, so that instances agree on it
 * @returns false where there was one already, or the day's quota has no room for it
 */
export async function sendRound(parts: Sending, other: Agency, number: number, at: Date): Promise<boolean> {
  const { indicators, pace, onMessages } = parts;
  const load = await indicators.roomOfLoad('HERE', other, slotsOfLoad, at);
  const sized = load ? { ...parts, pace: { ...pace, slots: slotsOfLoad } } : parts;
  // The other agency would refuse it.
  const used = await indicators.used('HERE', other, at);
  if (used + (load ? 0 : pace.slots) + withdrawnOfRound > pace.quota) return false;
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    if (await indicators.round(other, number)) return false;
    if (!(await trySending(sized, other, number, at, load))) continue;
    onMessages();
    return true;
  }
  return false;
}
