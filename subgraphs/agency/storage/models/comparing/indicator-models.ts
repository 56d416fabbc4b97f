import { type Connection, type Model, Schema } from 'mongoose';
import { agencyNames } from '../../../../../terms/agencies.ts';
import { indicatorKinds } from '../../../../../terms/enums.ts';
import type { EpochRecord } from '../../../records/indicators/epoch-record.ts';
import type { FirstLoad } from '../../../records/indicators/first-load.ts';
import type {
  IndicatorRecord,
  RoundRecord,
  ToldIndicator,
} from '../../../records/indicators/indicator-record.ts';
import type { SightingRecord } from '../../../records/indicators/sighting.ts';
import type { WidelyShared } from '../../../records/indicators/widely-shared.ts';
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
} from './comparing-schemas.ts';

const bytes = Schema.Types.Buffer;

const text = { type: String, required: true };
const date = { type: Date, required: true };

const sightingSchema = new Schema<SightingRecord>(
  {
    _id: text,
    dossier: requiredText,
    indicator: requiredText,
    kind: oneOf(indicatorKinds),
    value: String,
    cases: [text],
    by: String,
    recorder: String,
    at: date,
    isImported: { type: Boolean, required: true },
    place: Number,
    change: String,
    turn: String,
    admitted: Boolean,
    comparedFor: { type: [String], default: undefined },
    fromOutside: { type: [String], default: undefined },
    cameLater: { type: [String], default: undefined },
  },
  storedIn('sightings'),
);
// What its indicator does not know of yet: those of officers first, by their places among what each wrote.
sightingSchema.index(
  { change: 1, isImported: 1, place: 1, at: 1 },
  { partialFilterExpression: { change: { $exists: true } }, name: 'sighting_place' },
);
// From an identifier to the dossiers that hold it.
sightingSchema.index({ indicator: 1, change: 1 }, { name: 'sighting_indicator' });
// To those of one case alone.
sightingSchema.index({ indicator: 1, cases: 1 }, { name: 'sighting_case' });
// Those that wait for their turn, in its order.
sightingSchema.index({ turn: 1 }, { sparse: true, name: 'sighting_turn' });

const widelySharedSchema = new Schema<WidelyShared>(
  {
    _id: text,
    dossiers: { type: Number, required: true },
    cases: Number,
    officers: Number,
    since: date,
    at: date,
    place: requiredText,
  },
  storedIn('widelyShared'),
);
// The newest first, and those of a week.
widelySharedSchema.index({ place: 1 }, { name: 'shared_place' });
// What the last count has not found is removed.
widelySharedSchema.index({ at: 1 }, { name: 'shared_at' });

const indicatorSchema = new Schema<IndicatorRecord>(
  {
    _id: text,
    other: oneOf(agencyNames),
    state: requiredText,
    indicator: String,
    kind: String,
    value: String,
    order: String,
    round: String,
    epoch: String,
    element: bytes,
    expected: String,
    raised: String,
    was: String,
    formerReference: String,
    formerOfOther: String,
  },
  storedIn('indicators'),
);
// One for each identifier and other agency.
indicatorSchema.index(
  { indicator: 1, other: 1 },
  { unique: true, partialFilterExpression: { indicator: { $exists: true } }, name: 'indicator_of' },
);
// What waits for a round, in its order; dummies in that of their names, which is none.
indicatorSchema.index({ other: 1, state: 1, order: 1, _id: 1 }, { name: 'indicator_waits' });
indicatorSchema.index({ round: 1 }, { sparse: true, name: 'indicator_round' });
// From a token that was told to the identifier that it is of.
indicatorSchema.index({ expected: 1 }, { sparse: true, name: 'indicator_expected' });
indicatorSchema.index({ was: 1 }, { sparse: true, name: 'indicator_was' });
// What is to come to the next epoch, in the order of its names, which is none.
indicatorSchema.index({ other: 1, raised: 1, state: 1, _id: 1 }, { name: 'indicator_raised' });

const toldSchema = new Schema<ToldIndicator>(
  {
    _id: text,
    from: oneOf(agencyNames),
    token: requiredText,
    epoch: requiredText,
    at: date,
    raised: String,
    was: String,
  },
  storedIn('toldIndicators'),
);
toldSchema.index({ token: 1 }, { name: 'told_token' });
toldSchema.index({ was: 1 }, { sparse: true, name: 'told_was' });
// What an epoch that has ended leaves behind.
toldSchema.index({ from: 1, epoch: 1 }, { name: 'told_epoch' });

/** A round, with the messages of it that wait for their numbers. */
export type StoredRound = RoundRecord & { pending?: Message[] };

const roundSchema = new Schema<StoredRound>(
  {
    _id: text,
    other: oneOf(agencyNames),
    number: { type: Number, required: true },
    raises: Boolean,
    epoch: requiredText,
    at: date,
    state: requiredText,
    slots: [
      new Schema(
        {
          indicator: String,
          blind: { type: bytes, required: true },
          element: { type: bytes, required: true },
        },
        partOptions,
      ),
    ],
    made: { type: [String], default: undefined },
    pending: { type: [storedMessage], default: undefined },
  },
  storedIn('indicatorRounds'),
);
roundSchema.index({ at: 1 }, { expireAfterSeconds: rememberedSeconds, name: 'round_at' });
roundSchema.index({ other: 1, state: 1, epoch: 1 }, { name: 'round_state_epoch' });
// Those that wait for an answer, oldest first.
roundSchema.index({ state: 1, at: 1 }, { name: 'round_sent' });
roundSchema.index({ 'pending.id': 1 }, { sparse: true, name: 'round_pending' });

const answerSchema = answerSchemaOf('indicatorAnswers', 'answer');
const daySchema = daySchemaOf('indicatorDays', 'day');
const epochSchema = epochSchemaOf('indicatorEpochs', 'epoch');

const signedTerms = new Schema(
  {
    slots: { type: Number, required: true },
    until: date,
    at: date,
    by: String,
    number: Number,
  },
  partOptions,
);
const loadSchema = new Schema<FirstLoad>(
  { _id: text, here: signedTerms, there: signedTerms, replaced: { type: [signedTerms], default: undefined } },
  storedIn('firstLoads'),
);

/** The models of what is compared by two-key tokens. */
export const indicatorModels = (connection: Connection) => ({
  sightings: connection.model<SightingRecord>('Sighting', sightingSchema) as Model<SightingRecord>,
  widelyShared: connection.model<WidelyShared>('WidelyShared', widelySharedSchema) as Model<WidelyShared>,
  indicators: connection.model<IndicatorRecord>('Indicator', indicatorSchema) as Model<IndicatorRecord>,
  toldIndicators: connection.model<ToldIndicator>('ToldIndicator', toldSchema) as Model<ToldIndicator>,
  indicatorRounds: connection.model<StoredRound>('IndicatorRound', roundSchema) as Model<StoredRound>,
  indicatorAnswers: connection.model<StoredAnswer>('IndicatorAnswer', answerSchema) as Model<StoredAnswer>,
  indicatorEpochs: connection.model<EpochRecord>('IndicatorEpoch', epochSchema) as Model<EpochRecord>,
  firstLoads: connection.model<FirstLoad>('FirstLoad', loadSchema) as Model<FirstLoad>,
  indicatorDays: connection.model<StoredDay>('IndicatorDay', daySchema) as Model<StoredDay>,
});

export type IndicatorModels = ReturnType<typeof indicatorModels>;
