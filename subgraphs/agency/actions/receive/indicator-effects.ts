import { type ApplyMessage, type Arrival, type Effects, effectOf } from '../../channel/in/effects.ts';
import type { ApplyResult } from '../../channel/stores/inbox.ts';
import { keyOfEpoch } from '../../matching/two-key/indicator-keys.ts';
import { indicatorTokenOf } from '../../matching/two-key/indicator-token-of.ts';
import { inBase64, indicatorData } from '../../records/indicators/indicator-messages.ts';
import { type Message, messageIdOf } from '../../records/messages/message.ts';
import { changeAlerts } from '../indicators/change-alerts.ts';
import type { Comparing } from '../indicators/comparing.ts';
import { endHits } from '../indicators/end-hits.ts';
import { raiseAlerts } from '../indicators/raise-alerts.ts';
import { raiseEffects } from './raise-effects.ts';
import { whenThereIsAThread } from './when-there-is-a-thread.ts';

const contradicted: ApplyResult = { parked: 'INDICATOR_CONTRADICTED' };

/** Ends the hits by which the other agency could name an identifier of this one, once it holds the identifier no more itself. */
async function endHit({ indicators, hits, own: agency }: Comparing, name: string): Promise<void> {
  const own = await indicators.named(name);
  if (own && (await indicators.heardOf(own)).length === 0) await endHits(hits, own, agency);
}

/** Evaluates a round of the other agency's, and answers. */
async function evaluated(
  parts: Comparing,
  arrival: Arrival<{ round: number; epoch: string; elements: Uint8Array[] }>,
): Promise<ApplyResult> {
  const { keys, curve, indicators } = parts;
  const { quota } = parts.pace;
  const { from, now, receivedAt, data } = arrival;
  const { round: number, epoch, elements } = data;
  if (await indicators.isAnswered(from, number)) return 'APPLIED';
  const key = keyOfEpoch(keys.own, epoch);
  const slots = elements.length;
  const answer = (told: Message['data']): Message => ({
    id: messageIdOf(`evaluated ${from} ${number}`, receivedAt),
    to: from,
    type: 'concord.indicator.evaluated.v1',
    at: now,
    data: { round: number, epoch, ...told },
  });
  // Two kinds are not evaluated: what exceeds the quota, and what was hidden under a key that this agency does not have.
  // A round that is larger than any of a day is of a first load, if one is in force.
  const load =
    slots > parts.pace.slots ? await indicators.roomOfLoad('THERE', from, slots, receivedAt) : undefined;
  const isSpent = !load && (await indicators.isSpent(from, slots, quota, receivedAt));
  const evaluation = isSpent || !key ? undefined : await whenThereIsAThread(curve.evaluate(key, elements));
  if (evaluation?.kind === 'refused') {
    await indicators.count('THERE', from, slots, receivedAt);
    return contradicted;
  }
  const asked = { from, number, slots, quota, at: receivedAt, ...(load && { load }) };
  await indicators.answer(asked, (isSpentNow) =>
    evaluation && !isSpentNow
      ? answer({
          elements: evaluation.evaluated.map(inBase64),
          proof: inBase64(evaluation.proof),
        })
      : answer({ refused: key ? 'QUOTA_SPENT' : 'EPOCH_UNKNOWN' }),
  );
  parts.onMessages();
  return 'APPLIED';
}

/** Makes this agency's tokens of the other one's answer to a round. */
async function finished(
  parts: Comparing,
  arrival: Arrival<
    | { round: number; epoch: string; elements: Uint8Array[]; proof: Uint8Array }
    | { round: number; epoch: string; refused: string }
  >,
): Promise<ApplyResult> {
  const { keys, curve, indicators } = parts;
  const { from, now, data } = arrival;
  const round = await indicators.round(from, data.round);
  if (!round || round.epoch !== data.epoch) return contradicted;
  if (round.state === 'DONE') {
    // The process that applied it may have stopped before it raised all the alerts.
    await raiseAlerts(parts, await indicators.heardOfNames(round.made ?? []), now);
    return 'APPLIED';
  }
  if (round.state !== 'SENT') return 'APPLIED';
  if ('refused' in data) {
    await indicators.giveUp(round, 'REFUSED');
    return 'APPLIED';
  }
  const others = keys.others.get(from);
  const [key, other] = [keyOfEpoch(keys.own, round.epoch), others && keyOfEpoch(others, round.epoch)];
  if (!key || !other) return contradicted;
  const answer = { evaluated: data.elements, proof: data.proof };
  const given = { own: key, other: other.publicKey, batch: round.slots, answer };
  const done = await whenThereIsAThread(curve.finish(given));
  if (done.kind === 'refused') {
    parts.onWrongProof(from, done.fault);
    await indicators.giveUp(round, 'WRONG_PROOF');
    return contradicted;
  }
  const made = round.slots.flatMap(({ indicator }, place) => {
    const element = done.elements[place];
    if (indicator === undefined || !element) return [];
    const expected = inBase64(indicatorTokenOf({ epoch: round.epoch, teller: from }, element));
    return [{ _id: indicator, epoch: round.epoch, element, expected }];
  });
  await indicators.finish(round, made);
  // The other agency may have told its token before this agency had its own.
  await raiseAlerts(parts, await indicators.heardOfNames(made.map(({ _id }) => _id)), now);
  return 'APPLIED';
}

/** The effects of another agency's messages about identifiers: its rounds, its answers to this agency's, its tokens, runs of numbers, and ends of alerts. */
export function indicatorEffects(parts: Comparing): Effects {
  const { indicators, alerts } = parts;
  const effects: [string, ApplyMessage][] = [
    [
      'concord.indicator.blinded.v1',
      effectOf(indicatorData['concord.indicator.blinded.v1'], (arrival) => evaluated(parts, arrival)),
    ],
    [
      'concord.indicator.evaluated.v1',
      effectOf(indicatorData['concord.indicator.evaluated.v1'], (arrival) => finished(parts, arrival)),
    ],
    [
      'concord.indicator.token.v1',
      effectOf(indicatorData['concord.indicator.token.v1'], async ({ from, now, data }) => {
        const { epoch, tokens } = data;
        await indicators.hear(from, epoch, tokens, now);
        await raiseAlerts(parts, await indicators.matching(from, tokens), now);
        return 'APPLIED';
      }),
    ],
    [
      'concord.indicator.withdrawn.v1',
      effectOf(
        indicatorData['concord.indicator.withdrawn.v1'],
        async ({ from, key, now, receivedAt, data }) => {
          await indicators.forget(from, data.names, { key, at: receivedAt });
          const found = (await alerts.of({ theirs: data.names })).filter(({ alert }) => alert.other === from);
          await changeAlerts(alerts, found, { kind: 'WITHDRAW', by: 'OTHER', at: now });
          for (const own of new Set(found.map((each) => each.own))) await endHit(parts, own);
          return 'APPLIED';
        },
      ),
    ],
    [
      'concord.indicator.run.v1',
      effectOf(indicatorData['concord.indicator.run.v1'], async ({ from, id, data }) => {
        await indicators.hearRun(from, { ...data, id });
        return 'APPLIED';
      }),
    ],
    [
      'concord.indicator.load.v1',
      effectOf(indicatorData['concord.indicator.load.v1'], async ({ from, number, receivedAt, data }) => {
        await indicators.hearLoad(from, { ...data, at: receivedAt, number });
        return 'APPLIED';
      }),
    ],
    [
      'concord.alert.ended.v1',
      effectOf(indicatorData['concord.alert.ended.v1'], async ({ from, now, data }) => {
        const found = (await alerts.of({ theirs: [data.theirs] })).filter(
          ({ alert, own: name }) => alert.other === from && name === data.yours,
        );
        await changeAlerts(alerts, found, { kind: 'TOLD_ENDED', at: now });
        return 'APPLIED';
      }),
    ],
  ];
  return new Map([...effects, ...raiseEffects(parts)]);
}
