import { type Connection, type Model, Schema } from 'mongoose';
import { agencyNames } from '../../../../../terms/agencies.ts';
import { measureCheckStates, measureStates } from '../../../../../terms/enums.ts';
import type { CheckRecord } from '../../../records/measures/comparing/check-record.ts';
import type { ComparedRecord } from '../../../records/measures/comparing/compared-measure.ts';
import type {
  MeasureRound,
  MeasureToken,
  ToldMeasureToken,
} from '../../../records/measures/comparing/measure-token.ts';
import type { Message } from '../../../records/messages/message.ts';
import { oneOf, partOptions, requiredText, storedIn } from '../stored-in.ts';
import { storedMessage } from '../stored-message.ts';
import {
  answerSchemaOf,
  daySchemaOf,
  epochSchemaOf,
  rememberedSeconds,
  type StoredAnswer,
  type StoredDay,
  type StoredEpoch,
} from './comparing-schemas.ts';

const text = { type: String, required: true };
const date = { type: Date, required: true };
const bytes = Schema.Types.Buffer;

const comparedSchema = new Schema<ComparedRecord>(
  {
    _id: text,
    measure: requiredText,
    dossier: requiredText,
    case: String,
    cases: [requiredText],
    window: new Schema({ from: requiredText, until: requiredText }, partOptions),
    target: String,
    state: oneOf(measureStates),
    plannedBy: requiredText,
    authorised: new Schema({ by: requiredText, at: date }, partOptions),
    isUrgent: Boolean,
    operation: String,
    comparesSecret: Boolean,
    basis: String,
    change: String,
    turn: Date,
  },
  storedIn('comparedMeasures'),
);
// What its comparison does not know of yet, and what waits for a later day.
comparedSchema.index({ change: 1, turn: 1 }, { sparse: true, name: 'compared_change' });
// Those of dossiers that are for their owner alone.
comparedSchema.index(
  { comparesSecret: 1, state: 1 },
  { partialFilterExpression: { comparesSecret: { $exists: true } }, name: 'compared_secret' },
);

const tokenSchema = new Schema<MeasureToken>(
  {
    _id: text,
    other: oneOf(agencyNames),
    state: requiredText,
    measure: String,
    run: String,
    of: String,
    kind: String,
    value: String,
    week: String,
    epoch: String,
    scope: String,
    order: String,
    round: String,
    element: bytes,
    token: String,
    expected: { type: [String], default: undefined },
    scopes: String,
    at: Date,
  },
  storedIn('measureTokens'),
);
// What waits for a round, in its order; dummies in that of their names, which is none.
tokenSchema.index({ other: 1, state: 1, order: 1, _id: 1 }, { name: 'token_waits' });
tokenSchema.index(
  { measure: 1, state: 1, other: 1, epoch: 1 },
  { partialFilterExpression: { measure: { $exists: true } }, name: 'token_measure' },
);
// Those under keys that are no more.
tokenSchema.index(
  { other: 1, epoch: 1, state: 1 },
  { partialFilterExpression: { epoch: { $exists: true } }, name: 'token_epoch' },
);
tokenSchema.index({ round: 1 }, { sparse: true, name: 'token_round' });
// From a token that was told to the measure that it meets, and from one that is to be told to those alike.
tokenSchema.index({ expected: 1 }, { sparse: true, name: 'token_expected' });
tokenSchema.index({ token: 1 }, { sparse: true, name: 'token_told' });
// Those that were reckoned with other operations, and those that are too old to count.
tokenSchema.index(
  { other: 1, scopes: 1 },
  { partialFilterExpression: { scopes: { $exists: true } }, name: 'token_scopes' },
);
tokenSchema.index({ at: 1 }, { sparse: true, name: 'token_at' });

const toldSchema = new Schema<ToldMeasureToken>(
  { _id: text, from: oneOf(agencyNames), token: requiredText, at: date, run: String },
  storedIn('toldMeasureTokens'),
);
toldSchema.index({ token: 1 }, { name: 'told_measure_token' });
toldSchema.index({ at: 1 }, { name: 'told_measure_at' });
toldSchema.index({ from: 1, run: 1 }, { name: 'told_measure_run' });

/** A round, with the message of it that waits for its number. */
export type StoredMeasureRound = MeasureRound & { pending?: Message[] };

const roundSchema = new Schema<StoredMeasureRound>(
  {
    _id: text,
    other: oneOf(agencyNames),
    number: { type: Number, required: true },
    epoch: requiredText,
    at: date,
    state: requiredText,
    slots: [
      new Schema(
        { name: String, blind: { type: bytes, required: true }, element: { type: bytes, required: true } },
        partOptions,
      ),
    ],
    made: { type: [String], default: undefined },
    pending: { type: [storedMessage], default: undefined },
  },
  storedIn('measureRounds'),
);
roundSchema.index({ at: 1 }, { expireAfterSeconds: rememberedSeconds, name: 'measure_round_at' });
// Those that wait for an answer, and those whose proof was wrong.
roundSchema.index({ state: 1, other: 1, at: 1 }, { name: 'measure_round_sent' });
roundSchema.index({ 'pending.id': 1 }, { sparse: true, name: 'measure_round_pending' });

const checkSchema = new Schema<CheckRecord>(
  {
    _id: text,
    version: { type: Number, required: true },
    // Decided and checked by the transition alone, which nothing is written past.
    check: { type: Schema.Types.Mixed, required: true },
    dossier: requiredText,
    measure: requiredText,
    cases: [requiredText],
    plannedBy: requiredText,
    endsAt: date,
    place: requiredText,
    state: oneOf(measureCheckStates),
    due: Date,
    order: String,
    isOnTheWay: Boolean,
    theirs: { type: [String], default: undefined },
    overriddenAt: Date,
    isErased: Boolean,
    taken: {
      type: [new Schema({ by: requiredText, key: requiredText, fingerprint: requiredText }, partOptions)],
      default: undefined,
    },
    pending: { type: [storedMessage], default: undefined },
  },
  storedIn('measureChecks'),
);
checkSchema.index({ dossier: 1 }, { name: 'check_dossier' });
checkSchema.index({ place: 1 }, { name: 'check_place' });
// Those in conflict of a case, what is due first.
checkSchema.index(
  { cases: 1, order: 1 },
  { partialFilterExpression: { order: { $exists: true } }, name: 'check_waits' },
);
// Those that time changes next, those whose tokens are on their way, and those that a token of another agency meets.
checkSchema.index({ due: 1 }, { sparse: true, name: 'check_due' });
checkSchema.index({ isOnTheWay: 1 }, { sparse: true, name: 'check_on_the_way' });
checkSchema.index({ theirs: 1 }, { sparse: true, name: 'check_theirs' });
// Those that are erased with their dossiers, or by their term.
checkSchema.index({ isErased: 1 }, { sparse: true, name: 'check_erased' });
checkSchema.index({ endsAt: 1 }, { name: 'check_ends' });
checkSchema.index({ overriddenAt: 1 }, { sparse: true, name: 'check_overridden' });
checkSchema.index({ 'pending.id': 1 }, { sparse: true, name: 'check_pending' });

const answerSchema = answerSchemaOf('measureAnswers', 'measure_answer');
const epochSchema = epochSchemaOf('measureEpochs', 'measure_epoch');
const daySchema = daySchemaOf('measureDays', 'measure_day');

/** The models of what is compared of measures, of which early warnings have none. */
export const measuringModels = (connection: Connection) => ({
  comparedMeasures: connection.model<ComparedRecord>(
    'ComparedMeasure',
    comparedSchema,
  ) as Model<ComparedRecord>,
  measureTokens: connection.model<MeasureToken>('MeasureToken', tokenSchema) as Model<MeasureToken>,
  toldMeasureTokens: connection.model<ToldMeasureToken>(
    'ToldMeasureToken',
    toldSchema,
  ) as Model<ToldMeasureToken>,
  measureRounds: connection.model<StoredMeasureRound>(
    'MeasureRound',
    roundSchema,
  ) as Model<StoredMeasureRound>,
  measureAnswers: connection.model<StoredAnswer>('MeasureAnswer', answerSchema) as Model<StoredAnswer>,
  measureChecks: connection.model<CheckRecord>('MeasureCheck', checkSchema) as Model<CheckRecord>,
  measureEpochs: connection.model<StoredEpoch>('MeasureEpoch', epochSchema) as Model<StoredEpoch>,
  measureDays: connection.model<StoredDay>('MeasureDay', daySchema) as Model<StoredDay>,
});

export type MeasuringModels = ReturnType<typeof measuringModels>;
