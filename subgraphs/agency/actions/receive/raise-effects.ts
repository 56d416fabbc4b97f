import type { Agency } from '../../../../terms/agencies.ts';
import { type ApplyMessage, type Arrival, effectOf } from '../../channel/in/effects.ts';
import type { ApplyResult } from '../../channel/stores/inbox.ts';
import { indicatorTokenOf } from '../../matching/two-key/indicator-token-of.ts';
import { alertReference } from '../../records/alerts/alert-reference.ts';
import { inBase64, indicatorData } from '../../records/indicators/indicator-messages.ts';
import { type Message, messageIdOf } from '../../records/messages/message.ts';
import { Contended } from '../../storage/driver-errors/contended.ts';
import type { Comparing } from '../indicators/comparing.ts';
import { epochChangeOf } from '../indicators/epoch-change.ts';
import { raiseAlerts } from '../indicators/raise-alerts.ts';
import { whenThereIsAThread } from './when-there-is-a-thread.ts';

const contradicted: ApplyResult = { parked: 'INDICATOR_CONTRADICTED' };

interface Named {
  name: string;
  element: Uint8Array;
}

interface RaiseData {
  round: number;
  epoch: string;
  asked: Named[];
  tokens: { name: string; token: string }[];
  isReady: boolean;
  isDone: boolean;
}

type RaisedData =
  | {
      round: number;
      epoch: string;
      raised: Named[];
      proof: Uint8Array;
      factor: { publicKey: Uint8Array; proof: Uint8Array };
    }
  | { round: number; epoch: string; refused: string };

/** Raises what the other agency has asked for, and answers. */
async function answer(
  parts: Comparing,
  { from, now, receivedAt, data }: Arrival<RaiseData>,
): Promise<ApplyResult> {
  const { keys, curve, indicators } = parts;
  const { round: number, epoch } = data;
  if (data.asked.length === 0 || (await indicators.isRaiseAnswered(from, epoch, number))) return 'APPLIED';
  const change = epochChangeOf(keys, from);
  const isKnown = change?.epoch === epoch && change.other !== undefined;
  const asked = data.asked.map(({ name, element }) => ({ name, element: inBase64(element) }));
  const raised = isKnown ? await indicators.mayRaise(from, change.own.current.epoch, asked) : [];
  const elements = data.asked.filter(({ name }) => raised.some((each) => each.name === name));
  const done =
    isKnown && raised.length > 0
      ? await whenThereIsAThread(
          curve.raiseFor(
            change.own,
            elements.map(({ element }) => element),
          ),
        )
      : undefined;
  if (done?.kind === 'refused') return contradicted;
  const told: Message['data'] = done
    ? {
        raised: elements.map(({ name }, place) => ({
          name,
          element: inBase64(done.evaluated[place] ?? new Uint8Array()),
        })),
        proof: inBase64(done.proof),
        factor: { publicKey: inBase64(done.factor.publicKey), proof: inBase64(done.factor.proof) },
      }
    : { refused: isKnown ? 'NOT_TOLD' : 'EPOCH_UNKNOWN' };
  const isAnswered = await indicators.answerRaise({ from, epoch, number, at: receivedAt }, raised, {
    id: messageIdOf(`raised ${from} ${epoch} ${number}`, receivedAt),
    to: from,
    type: 'concord.indicator.raised.v1',
    at: now,
    data: { round: number, epoch, ...told },
  });
  if (!isAnswered) throw new Contended('a token was changed while its element was raised');
  parts.onMessages();
  return 'APPLIED';
}

/** The other agency asks to have tokens raised, and tells its own of the new epoch. */
async function asked(parts: Comparing, arrival: Arrival<RaiseData>): Promise<ApplyResult> {
  const { keys, indicators } = parts;
  const { from, now, data } = arrival;
  const { epoch, tokens, isReady, isDone } = data;
  const change = epochChangeOf(keys, from);
  if (change?.epoch === epoch) {
    const epochs = { current: change.own.current.epoch, next: epoch };
    const heard = await indicators.hearRaised(from, epochs, tokens);
    await raiseAlerts(parts, await indicators.matching(from, heard), now);
    await indicators.begin(from, change.own.next, now);
    await indicators.reach(
      from,
      epoch,
      [...(isReady ? (['readyThereAt'] as const) : []), ...(isDone ? (['doneThereAt'] as const) : [])],
      now,
    );
  }
  return answer(parts, arrival);
}

/** This agency's tokens of the new epoch, by the elements that the other one has raised. */
async function raisedTokens(
  { indicators, own }: Comparing,
  {
    from,
    epoch,
    names,
    elements,
  }: { from: Agency; epoch: string; names: string[]; elements: readonly Uint8Array[] },
) {
  const before = new Map((await indicators.allNamed(names)).map((each) => [each._id, each]));
  return names.flatMap((_id, place) => {
    const known = before.get(_id);
    const element = elements[place];
    if (!known || !element) return [];
    // A dummy has no element before, and none after.
    if (!known.element) return [{ _id }];
    return [
      {
        _id,
        epoch,
        element,
        expected: inBase64(indicatorTokenOf({ epoch, teller: from }, element)),
        ...(known.expected !== undefined && { was: known.expected }),
        formerReference: alertReference(known.element, own),
        formerOfOther: alertReference(known.element, from),
      },
    ];
  });
}

/** The other agency answers what this one has asked it to raise. */
async function raised(parts: Comparing, { from, now, data }: Arrival<RaisedData>): Promise<ApplyResult> {
  const { keys, curve, indicators } = parts;
  const { epoch } = data;
  const round = await indicators.raiseRound(from, epoch, data.round);
  if (!round) return contradicted;
  if (round.state === 'DONE') {
    await raiseAlerts(parts, await indicators.heardOfNames(round.made ?? []), now);
    return 'APPLIED';
  }
  if (round.state !== 'SENT') return 'APPLIED';
  if ('refused' in data) {
    await indicators.giveUp(round, 'REFUSED');
    return 'APPLIED';
  }
  const change = epochChangeOf(keys, from);
  if (change?.epoch !== epoch || !change.other) return contradicted;
  const slots = new Map(round.slots.map((slot) => [slot.indicator ?? '', slot]));
  const batch = data.raised.flatMap(({ name }) => slots.get(name) ?? []);
  if (batch.length !== data.raised.length) return contradicted;
  const { proof, factor } = data;
  const given = { evaluated: data.raised.map(({ element }) => element), proof, factor };
  const { own, other } = change;
  const done = await whenThereIsAThread(curve.finishRaising({ own, other, batch, answer: given }));
  if (done.kind === 'refused') {
    parts.onWrongProof(from, done.fault);
    await indicators.giveUp(round, 'WRONG_PROOF');
    return contradicted;
  }
  const names = data.raised.map(({ name }) => name);
  const made = await raisedTokens(parts, { from, epoch, names, elements: done.elements });
  await indicators.finishRaising(round, made);
  // The other agency may have told its token of the new epoch already.
  await raiseAlerts(parts, await indicators.heardOfNames(names), now);
  return 'APPLIED';
}

/** The effects of another agency's messages about a change of epoch: what it has raised, what it tells of the new one, and its answers. */
export const raiseEffects = (parts: Comparing): [string, ApplyMessage][] => [
  [
    'concord.indicator.raise.v1',
    effectOf(indicatorData['concord.indicator.raise.v1'], (arrival) => asked(parts, arrival)),
  ],
  [
    'concord.indicator.raised.v1',
    effectOf(indicatorData['concord.indicator.raised.v1'], (arrival) => raised(parts, arrival)),
  ],
];
