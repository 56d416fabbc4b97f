import { randomBytes } from 'node:crypto';
import type { Agency } from '../../../../terms/agencies.ts';
import { indicatorTokenOf } from '../../matching/two-key/indicator-token-of.ts';
import { tokenLength } from '../../matching/two-key/token-under.ts';
import { alertReference } from '../../records/alerts/alert-reference.ts';
import { raisedOfRound, roundsOnTheWay } from '../../records/indicators/comparing-pace.ts';
import { type EpochRecord, isEnded, isMovedTo } from '../../records/indicators/epoch-record.ts';
import { inBase64 } from '../../records/indicators/indicator-messages.ts';
import { newMessageId } from '../../records/messages/message.ts';
import type { EpochMoment } from '../../storage/indicators/epoch-store.ts';
import type { Comparing } from './comparing.ts';
import { type EpochChange, epochChangeOf } from './epoch-change.ts';

type Changing = Pick<Comparing, 'own' | 'keys' | 'curve' | 'indicators' | 'pace' | 'onMessages'>;

/** Records that are erased at a time. */
const erasedTogether = 1_000;

/** As of a round: another instance, or an officer, may be quicker each time. */
const mostAttempts = 5;

/** All that an agency's first epoch has come to, since nothing was before it. */
const atOnce: readonly EpochMoment[] = [
  'readyAt',
  'readyThereAt',
  'doneAt',
  'doneThereAt',
  'droppedAt',
  'cleanedAt',
];

/**
 * Brings the epochs that are on record with another agency to the keys that this one has: the first of all is begun and ended, the next one
 * begun, and one whose predecessor's key is gone is dropped, after which what was left of that is erased.
 * @returns false where that is still to be done
 */
async function settleEpochs(
  { keys, indicators }: Pick<Changing, 'keys' | 'indicators'>,
  other: Agency,
  now: Date,
  ending: AbortSignal,
): Promise<boolean> {
  const { current, next } = keys.own;
  const epochs = await indicators.epochs(other);
  if (epochs.every(({ epoch }) => epoch === next?.epoch)) {
    await indicators.begin(other, current, now, atOnce);
    return true;
  }
  const present = epochs.find(({ epoch }) => epoch === current.epoch);
  // As after a start that was refused: nothing of it is touched.
  if (!present || !isEnded(present)) return false;
  if (present.cleanedAt) return true;
  if (next) return false;
  await indicators.reach(other, current.epoch, ['droppedAt'], now);
  await leaveBehind({ indicators }, other, epochs, current.epoch, () => undefined);
  while (!ending.aborted)
    if (await indicators.eraseFormer(other, current.epoch, erasedTogether)) {
      await indicators.reach(other, current.epoch, ['cleanedAt'], now);
      return true;
    }
  return false;
}

/** Gives up what is on its way in other epochs than one; it is evaluated anew in that. */
async function leaveBehind(
  { indicators }: Pick<Changing, 'indicators'>,
  other: Agency,
  epochs: readonly Pick<EpochRecord, 'epoch'>[],
  kept: string,
  referenceOf: (element: Uint8Array) => string | undefined,
): Promise<void> {
  for (const { epoch } of epochs) {
    if (epoch === kept) continue;
    for (const round of await indicators.unansweredOf(other, epoch))
      await indicators.giveUp(round, 'UNANSWERED');
    await indicators.leaveBehind(other, epoch, referenceOf);
  }
}

interface Raising {
  other: Agency;
  change: EpochChange;
  record: EpochRecord;
  number: number;
  at: Date;
}

/** Tells whether nothing has waited for longer than a few rounds: what was told before the change has had its turn, and is answered. */
async function isUpToDate(
  { indicators, pace }: Pick<Changing, 'indicators' | 'pace'>,
  { other, change, record, at }: Raising,
): Promise<boolean> {
  const since = at.getTime() - roundsOnTheWay * pace.rhythm;
  if (record.begunAt.getTime() > since) return false;
  const unanswered = await indicators.unansweredOf(other, change.epoch);
  return unanswered.every((round) => round.at.getTime() >= since);
}

/** Decides on a round of the change and writes it; false as of a round. */
async function tryRaising(parts: Changing, raising: Raising): Promise<boolean> {
  const { own, curve, indicators, pace } = parts;
  const { other, change, record, number, at } = raising;
  const { epoch } = change;
  const mostBehind = roundsOnTheWay * pace.slots;
  const { waiting, made, behind } = await indicators.raiseParts(other, raisedOfRound, mostBehind + 1);
  // Nothing is asked of an agency that has dropped its old key, or once this one is being started without its own.
  const asked = change.other && !record.droppedAt ? waiting : [];
  const slots = await curve.blindToRaise(
    change.own.next,
    asked.map(({ _id: name, element }) => ({ name, ...(element && { element }) })),
  );
  const tokens = made.map(({ _id: name, element }) => {
    const token = element ? indicatorTokenOf({ epoch, teller: own }, element) : randomBytes(tokenLength);
    return { name, token: inBase64(token) };
  });
  const isMoved = isMovedTo(record);
  const isReady =
    record.readyAt !== undefined || (behind <= mostBehind && (await isUpToDate(parts, raising)));
  // Nothing is told in the old epoch any more, and all that was is told in the new one with this round.
  const isDone =
    record.doneAt !== undefined || (isMoved && behind === made.length && made.length < raisedOfRound);
  const _id = `${other} ${epoch} ${number}`;
  return indicators.raise({
    round: {
      _id,
      other,
      number,
      raises: true,
      epoch,
      at,
      state: asked.length > 0 ? 'SENT' : 'DONE',
      slots: slots.map(({ blind, element }, place) => ({
        indicator: asked[place]?._id ?? '',
        blind: Buffer.from(blind),
        element: Buffer.from(element),
      })),
    },
    message: {
      // After the tokens of this moment's round, of which some may be among those that are to be raised.
      id: newMessageId(new Date(at.getTime() + 1)),
      to: other,
      type: 'concord.indicator.raise.v1',
      at,
      data: {
        round: number,
        epoch,
        asked: slots.map(({ element }, place) => ({
          name: asked[place]?._id ?? '',
          element: inBase64(element),
        })),
        tokens,
        isReady,
        isDone,
      },
    },
    asked: asked.map(({ _id: name }) => name),
    told: tokens.map(({ name }) => name),
    reached: [
      ...(isReady && !record.readyAt ? (['readyAt'] as const) : []),
      ...(isDone && !record.doneAt ? (['doneAt'] as const) : []),
    ],
  });
}

/**
 * Takes the change of epoch with another agency as far as it can be taken now: one round, at each number one. Nothing where both have a
 * single key.
 */
export async function changeEpoch(
  parts: Changing,
  other: Agency,
  number: number,
  { now, ending }: { now: Date; ending: AbortSignal },
): Promise<void> {
  const { own, keys, indicators } = parts;
  const isSettled = await settleEpochs(parts, other, now, ending);
  const change = epochChangeOf(keys, other);
  if (!isSettled || !change) return;
  await indicators.begin(other, change.own.next, now);
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const record = await indicators.epoch(other, change.epoch);
    if (!record || (await indicators.raiseRound(other, change.epoch, number))) return;
    if (isMovedTo(record))
      await leaveBehind(parts, other, [keys.own.current], change.epoch, (element) =>
        alertReference(element, own),
      );
    if (!(await tryRaising(parts, { other, change, record, number, at: now }))) continue;
    parts.onMessages();
    return;
  }
}
