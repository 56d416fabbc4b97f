import { type Connection, type Model, Schema } from 'mongoose';

/** The numbers of an officer's day, in UTC, that are bounded or put what they write in order. */
export interface OfficerDay {
  /** `<day> <officer>`. */
  _id: string;
  /** Identifiers that they have recorded and that are to be compared. */
  held?: number;
  /** Identifiers that were recorded before, and that they have had compared again or for another case. */
  restored?: number;
  /** Values of other cases' dossiers that they have contested. */
  contested?: number;
  /** Links, releases, removals and proposals of such dossiers that they have taken back. */
  takenBack?: number;
  /** Values that they have recorded. */
  recorded?: number;
  /** Values that they have removed, or want to keep for a shorter time. */
  removed?: number;
  /** Persons whom they have cleared. */
  cleared?: number;
  /** Groups that they have amended, as often as they have. */
  amended?: number;
  /** Groups that they have recorded. */
  recordedGroups?: number;
  /** Requests that they have taken over from others. */
  takenOver?: number;
  /** Questions that they have put, or written, about the form of requests. */
  questioned?: number;
  /** Requests that they have proposed to refuse, or to call impossible. */
  refused?: number;
  /** Requests for information that they have drafted. */
  drafted?: number;
  /** Dossiers that they have proposed to show to other agencies without a release, as often as they have. */
  proposedShareable?: number;
  /** Officers whom they have suspended. */
  suspended?: number;
  /** Suspensions of others that they have undone. */
  reinstated?: number;
  at: Date;
}

const officerDaySchema = new Schema<OfficerDay>(
  {
    _id: { type: String, required: true },
    held: Number,
    restored: Number,
    contested: Number,
    takenBack: Number,
    recorded: Number,
    removed: Number,
    cleared: Number,
    amended: Number,
    recordedGroups: Number,
    takenOver: Number,
    questioned: Number,
    refused: Number,
    drafted: Number,
    proposedShareable: Number,
    suspended: Number,
    reinstated: Number,
    at: { type: Date, required: true },
  },
  {
    collection: 'officerDays',
    strict: 'throw',
    strictQuery: 'throw',
    versionKey: false,
    autoIndex: false,
    autoCreate: false,
  },
);

const rememberedSeconds = 2 * 86_400;
// The server erases what is of no day that still counts.
officerDaySchema.index({ at: 1 }, { name: 'officer_day_at', expireAfterSeconds: rememberedSeconds });

export const officerDayModel = (connection: Connection): Model<OfficerDay> =>
  connection.model<OfficerDay>('OfficerDay', officerDaySchema);
