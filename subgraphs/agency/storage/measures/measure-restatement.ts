import type { Restatement } from '../../channel/upkeep/restatement.ts';
import { type CheckRecord, messagesOfWord } from '../../records/measures/comparing/check-record.ts';
import { mostRestated } from '../../records/measures/comparing/measure-messages.ts';
import { restatedWords } from '../../records/measures/comparing/restated-words.ts';
import { type Message, newMessageId } from '../../records/messages/message.ts';
import { newIndicatorName } from '../indicators/indicator-store.ts';
import type { MeasuringModels } from '../models/comparing/measuring-models.ts';

/**
 * States anew every token that this agency tells, dummies too: what the other agency was told since the database was backed up is not among them, and is
 * forgotten there. Then every word of its supervisors.
 */
export const measureRestatement = ({
  measureTokens,
  measureChecks,
}: Pick<MeasuringModels, 'measureTokens' | 'measureChecks'>): Restatement => ({
  async *messagesTo(agency, at) {
    const run = newIndicatorName();
    const message = (tokens: readonly { name: string; token: string }[], isLast: boolean): Message => ({
      id: newMessageId(at),
      to: agency,
      type: 'concord.measure.restated.v1',
      at,
      data: { run, tokens, isLast },
    });
    let part: { name: string; token: string }[] = [];
    // In the order of their names, which is none.
    const told = measureTokens
      .find({ other: agency, state: { $in: ['TOLD', 'GONE'] } }, { token: 1 })
      .sort({ _id: 1 })
      .lean<{ _id: string; token?: string }>();
    for await (const { _id: name, token } of told.cursor()) {
      if (token === undefined) continue;
      part.push({ name, token });
      if (part.length < mostRestated) continue;
      yield message(part, false);
      part = [];
    }
    yield message(part, true);
    const spoken = measureChecks.find({ theirs: { $exists: true } }).lean<CheckRecord>();
    for await (const { check } of spoken.cursor()) yield* messagesOfWord(restatedWords(check, agency), at);
  },
});
