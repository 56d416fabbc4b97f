import type { OverrideReason } from '../../../../terms/enums.ts';
import { type ApplyMessage, type Arrival, type Effects, effectOf } from '../../channel/in/effects.ts';
import type { ApplyResult } from '../../channel/stores/inbox.ts';
import { keyOfEpoch } from '../../matching/two-key/indicator-keys.ts';
import { longestUnanswered } from '../../records/indicators/comparing-pace.ts';
import { inBase64 } from '../../records/indicators/indicator-messages.ts';
import type { CheckEvent } from '../../records/measures/comparing/check-transition.ts';
import { measureData } from '../../records/measures/comparing/measure-messages.ts';
import type { MeasureRound, MeasureToken } from '../../records/measures/comparing/measure-token.ts';
import type { Word } from '../../records/measures/measure-check.ts';
import { type Message, messageIdOf } from '../../records/messages/message.ts';
import type { HeardToken } from '../../storage/measures/told-measure-store.ts';
import { changeChecks } from '../measures/change-checks.ts';
import { clashingTokens, tellableTokens } from '../measures/clashing-tokens.ts';
import { type Measuring, nextEpochWith } from '../measures/measuring.ts';
import { meetOwn, meetTold, part } from '../measures/meet-told.ts';
import { noteEpochThere } from '../measures/settle-measure-epochs.ts';
import { whenThereIsAThread } from './when-there-is-a-thread.ts';

const contradicted: ApplyResult = { parked: 'MEASURE_CONTRADICTED' };

type Round = Arrival<{
  round: number;
  epoch: string;
  elements: Uint8Array[];
  tokens: HeardToken[];
  withdrawn: string[];
  contact: string;
}>;

/** Evaluates the elements of another agency's round, and takes in what it tells and takes back. @returns false where its elements are none */
async function takenIn(parts: Measuring, { from, at, now, receivedAt, data }: Round): Promise<boolean> {
  const { keys, curve, measures, pace } = parts;
  const { round: number, epoch, elements, tokens, withdrawn } = data;
  if (await measures.isAnswered(from, number)) return true;
  const key = keyOfEpoch(keys.own, epoch);
  // The other agency has given up what it asked for so long ago: after an outage those rounds take nothing of the new day.
  const quota = receivedAt.getTime() - at.getTime() < longestUnanswered ? pace.quota : 0;
  const isSpent = await measures.isSpent(from, elements.length, quota, receivedAt);
  const evaluation = isSpent || !key ? undefined : await whenThereIsAThread(curve.evaluate(key, elements));
  if (evaluation?.kind === 'refused') {
    await measures.count('THERE', from, elements.length, receivedAt);
    return false;
  }
  const answer = (told: Message['data']): Message => ({
    id: messageIdOf(`measures evaluated ${from} ${number}`, receivedAt),
    to: from,
    type: 'concord.measure.evaluated.v1',
    at: now,
    data: { round: number, epoch, ...told },
  });
  const arrived = {
    from,
    number,
    elements: elements.length,
    quota,
    tokens,
    withdrawn,
    at: receivedAt,
  };
  await measures.takeIn(arrived, (isSpentNow) =>
    evaluation && !isSpentNow
      ? answer({ elements: evaluation.evaluated.map(inBase64), proof: inBase64(evaluation.proof) })
      : answer({ refused: key ? 'QUOTA_SPENT' : 'EPOCH_UNKNOWN' }),
  );
  await noteEpochThere(parts, from, epoch, receivedAt);
  await measures.noteContact(from, data.contact);
  parts.onMessages();
  return true;
}

/** Takes another agency's round in, and finds the own measures that it meets and parts from. */
async function arrived(parts: Measuring, arrival: Round): Promise<ApplyResult> {
  const { from, now, data } = arrival;
  if (!(await takenIn(parts, arrival))) return contradicted;
  // Done again where the process that took the round in may have stopped before this.
  await meetOwn(parts, from, data.tokens, now);
  await part(parts, from, data.withdrawn, now);
  return 'APPLIED';
}

/** The tokens of the elements that a round has given, each in a place in which this agency tells nothing yet. */
async function madeOf(
  { own, measures, operationsWith }: Measuring,
  { other, epoch, slots }: MeasureRound,
  elements: readonly Uint8Array[],
): Promise<(MeasureToken & Required<Pick<MeasureToken, 'element' | 'token' | 'expected' | 'scopes'>>)[]> {
  const given = slots.flatMap(({ name }, place) => {
    const element = elements[place];
    return name !== undefined && element ? [{ name, element }] : [];
  });
  const asked = new Map(
    (await measures.tokens.named(given.map(({ name }) => name))).map((each) => [each._id, each]),
  );
  const common = await operationsWith(other);
  const candidates = given.flatMap(({ name, element }) => {
    const token = asked.get(name);
    return token
      ? [{ token, element, tellable: tellableTokens(own, { epoch, scope: token.scope }, element) }]
      : [];
  });
  const used = await measures.tokens.used(candidates.flatMap(({ tellable }) => tellable));
  return candidates.map(({ token, element, tellable }) => {
    const told = tellable.find((each) => !used.has(each)) ?? tellable.at(-1) ?? '';
    used.add(told);
    return {
      ...token,
      element,
      token: told,
      ...clashingTokens(other, { epoch, scope: token.scope }, element, common),
    };
  });
}

/** Compares tokens that are made with what their agency has told. Until then they are not told, so that no measure counts as checked before. */
async function compare(
  parts: Measuring,
  other: MeasureRound['other'],
  made: readonly MeasureToken[],
  at: Date,
): Promise<void> {
  await meetTold(parts, other, made, at);
  await parts.measures.tokens.compared(made.map(({ _id }) => _id));
}

/** Ends a round that was refused. Under keys that the other agency has no more nothing is ever evaluated: what waits for that is given up. */
async function refused(parts: Measuring, round: MeasureRound, reason: string): Promise<ApplyResult> {
  const { keys, measures } = parts;
  await measures.giveUp(round._id, 'REFUSED');
  const next = nextEpochWith(keys, round.other);
  const isFormer = round.epoch === keys.own.current.epoch && next !== undefined;
  if (reason === 'EPOCH_UNKNOWN' && isFormer) {
    const [record] = (await measures.epochs(round.other)).filter(({ epoch }) => epoch === next);
    if (record?.readyThereAt) await measures.tokens.leaveUnmade(round.other, round.epoch);
  }
  return 'APPLIED';
}

/** Makes this agency's tokens of the other one's answer to a round. */
async function finished(
  parts: Measuring,
  arrival: Arrival<
    | { round: number; epoch: string; elements: Uint8Array[]; proof: Uint8Array }
    | { round: number; epoch: string; refused: string }
  >,
): Promise<ApplyResult> {
  const { keys, curve, measures } = parts;
  const { from, now, data } = arrival;
  const round = await measures.round(from, data.round);
  if (!round || round.epoch !== data.epoch) return contradicted;
  // It was taken in with what it told, also where its elements are refused or come too late.
  await measures.noteArrival(round._id);
  if (round.state === 'DONE') {
    // The process that applied it may have stopped before it had compared all of them.
    const made = await measures.tokens.named(round.made ?? []);
    await compare(
      parts,
      from,
      made.filter(({ state }) => state === 'MADE'),
      now,
    );
    return 'APPLIED';
  }
  if (round.state !== 'SENT') return 'APPLIED';
  if ('refused' in data) return refused(parts, round, data.refused);
  const others = keys.others.get(from);
  const [key, other] = [keyOfEpoch(keys.own, round.epoch), others && keyOfEpoch(others, round.epoch)];
  if (!key || !other) return contradicted;
  const answer = { evaluated: data.elements, proof: data.proof };
  const given = { own: key, other: other.publicKey, batch: round.slots, answer };
  const done = await whenThereIsAThread(curve.finish(given));
  if (done.kind === 'refused') {
    parts.onWrongProof(from, done.fault);
    await measures.giveUp(round._id, 'WRONG_PROOF');
    return contradicted;
  }
  const made = await madeOf(parts, round, done.elements);
  await measures.finish(round, made);
  await compare(parts, from, made, now);
  return 'APPLIED';
}

/** Notes the other agency's word on meetings with own measures. */
async function heard(
  { measures, checks }: Measuring,
  {
    from,
    now,
    data: { how, reason, pairs },
  }: Arrival<{
    how: Word['how'];
    reason?: OverrideReason | undefined;
    pairs: { theirs: string; yours: string }[];
  }>,
): Promise<ApplyResult> {
  const own = new Map(
    (await measures.tokens.named(pairs.map(({ yours }) => yours))).map((each) => [each._id, each]),
  );
  const events = new Map<string, CheckEvent[]>();
  for (const { theirs, yours } of pairs) {
    const { measure, run, week, other } = own.get(yours) ?? {};
    if (measure === undefined || run === undefined || week === undefined || other !== from) continue;
    const pair = { own: yours, theirs, week };
    events.set(measure, [
      ...(events.get(measure) ?? []),
      { kind: 'HEARD', run, other: from, pairs: [pair], how, reason, at: now },
    ]);
  }
  await changeChecks(checks, events);
  return 'APPLIED';
}

/** The effects of another agency's messages about measures: its rounds, its answers to this agency's, its words on conflicts, series, and what it tells anew. */
export function measureEffects(parts: Measuring): Effects {
  const { measures } = parts;
  const effects: [string, ApplyMessage][] = [
    [
      'concord.measure.round.v1',
      effectOf(measureData['concord.measure.round.v1'], (arrival) => arrived(parts, arrival)),
    ],
    [
      'concord.measure.evaluated.v1',
      effectOf(measureData['concord.measure.evaluated.v1'], (arrival) => finished(parts, arrival)),
    ],
    [
      'concord.measure.settled.v1',
      effectOf(measureData['concord.measure.settled.v1'], (arrival) => heard(parts, arrival)),
    ],
    [
      'concord.measure.series.v1',
      effectOf(measureData['concord.measure.series.v1'], async ({ from, id, data }) => {
        await measures.hearSeries(from, { ...data, id });
        return 'APPLIED';
      }),
    ],
    [
      'concord.measure.restated.v1',
      effectOf(measureData['concord.measure.restated.v1'], async ({ from, now, receivedAt, data }) => {
        const { run, tokens, isLast } = data;
        await measures.hearAnew(from, run, tokens, receivedAt);
        await meetOwn(parts, from, tokens, now);
        if (isLast) await part(parts, from, await measures.forgetOthers(from, run, receivedAt), now);
        return 'APPLIED';
      }),
    ],
  ];
  return new Map(effects);
}
