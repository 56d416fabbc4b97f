import { type Connection, type Model, Schema } from 'mongoose';

/** The numbers of values that one officer has recorded in a day, and has removed, or wants to keep for a shorter time. */
export interface RemovalDay {
  /** `<day> <officer>`. */
  _id: string;
  removed?: number;
  recorded?: number;
  at: Date;
}

const removalSchema = new Schema<RemovalDay>(
  {
    _id: { type: String, required: true },
    removed: Number,
    recorded: Number,
    at: { type: Date, required: true },
  },
  {
    collection: 'removals',
    strict: 'throw',
    strictQuery: 'throw',
    versionKey: false,
    autoIndex: false,
    autoCreate: false,
  },
);

const rememberedSeconds = 2 * 86_400;
// The server erases what is of no day that still counts.
removalSchema.index({ at: 1 }, { name: 'removal_at', expireAfterSeconds: rememberedSeconds });

export const removalModel = (connection: Connection): Model<RemovalDay> =>
  connection.model<RemovalDay>('RemovalDay', removalSchema);
