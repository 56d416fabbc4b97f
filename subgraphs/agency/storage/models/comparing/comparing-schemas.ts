import { Schema } from 'mongoose';
import { agencyNames } from '../../../../../terms/agencies.ts';
import type { EpochRecord } from '../../../records/indicators/epoch-record.ts';
import type { Message } from '../../../records/messages/message.ts';
import { oneOf, partOptions, requiredText, storedIn } from '../stored-in.ts';
import { storedMessage } from '../stored-message.ts';

/* Schemas that identifiers and measures both have, each in collections of its own: nothing that is counted for one counts for the other. */

const text = { type: String, required: true };
const date = { type: Date, required: true };

/** Rounds are kept for as long as the other agency may still answer. */
export const rememberedSeconds = 60 * 86_400;

/** An answer to a round of another agency, so that none is evaluated twice; and what is told of a run of neighbouring numbers or a series, or of a first load. */
export interface StoredAnswer {
  /** The other agency, and its round's number; or the run. */
  _id: string;
  at: Date;
  pending?: Message[];
}

export function answerSchemaOf(collection: string, name: string): Schema<StoredAnswer> {
  const schema = new Schema<StoredAnswer>(
    { _id: text, at: date, pending: { type: [storedMessage], default: undefined } },
    storedIn(collection),
  );
  schema.index({ at: 1 }, { expireAfterSeconds: rememberedSeconds, name: `${name}_at` });
  schema.index({ 'pending.id': 1 }, { sparse: true, name: `${name}_pending` });
  return schema;
}

/**
 * The slots of a quota that were used in a day; the new identifiers or measures of a case or an officer; a run of neighbouring numbers, or a series of
 * cancelled measures; or a day that filled a case.
 */
export interface StoredDay {
  /** `HERE` or `THERE`, the other agency, and the day; `CASE` and its number; `OFFICER` and who it is; `RUN`, the day and either of them; `FULL`, the day and the case; or `TOLD`, the other agency, the day and the message. */
  _id: string;
  /** Slots, identifiers, or the length of the run. */
  slots: number;
  at: Date;
  /** The names of the numbers that were compared on that day, until it is over. */
  numbers?: string[];
  /** Of a case: the officers whose identifiers they are. */
  by?: { officer?: string; slots: number }[];
}

export function daySchemaOf(collection: string, name: string): Schema<StoredDay> {
  const schema = new Schema<StoredDay>(
    {
      _id: text,
      slots: { type: Number, required: true },
      at: date,
      numbers: { type: [String], default: undefined },
      by: {
        type: [new Schema({ officer: String, slots: { type: Number, required: true } }, partOptions)],
        default: undefined,
      },
    },
    storedIn(collection),
  );
  schema.index({ at: 1 }, { expireAfterSeconds: rememberedSeconds, name: `${name}_at` });
  return schema;
}

export type StoredEpoch = EpochRecord;

/** An epoch, with the agency that it is shared with; a few are kept of each. */
export function epochSchemaOf(collection: string, name: string): Schema<StoredEpoch> {
  const schema = new Schema<StoredEpoch>(
    {
      _id: text,
      other: oneOf(agencyNames),
      epoch: requiredText,
      begunAt: date,
      readyAt: Date,
      readyThereAt: Date,
      doneAt: Date,
      doneThereAt: Date,
      droppedAt: Date,
      cleanedAt: Date,
      publicKey: String,
      contact: String,
    },
    storedIn(collection),
  );
  schema.index({ other: 1, epoch: 1 }, { unique: true, name: `${name}_of` });
  return schema;
}
