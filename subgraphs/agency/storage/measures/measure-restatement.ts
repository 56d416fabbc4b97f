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
    const told = await measureTokens
      .find({ other: agency, state: { $in: ['SENT', 'TOLD', 'GONE'] } }, { token: 1 })
      .lean<{ _id: string; token?: string }[]>();
    // In the order of their names, which says nothing of which are dummies.
    const tokens = told
      .flatMap(({ _id: name, token }) => (token === undefined ? [] : [{ name, token }]))
      .sort((one, other) => (one.name < other.name ? -1 : 1));
    const parts = Math.max(1, Math.ceil(tokens.length / mostRestated));
    for (let part = 0; part < parts; part++)
      yield message(tokens.slice(part * mostRestated, (part + 1) * mostRestated), part === parts - 1);
    const spoken = measureChecks.find({ theirs: { $exists: true } }).lean<CheckRecord>();
    for await (const { check } of spoken.cursor()) yield* messagesOfWord(restatedWords(check, agency), at);
  },
});
