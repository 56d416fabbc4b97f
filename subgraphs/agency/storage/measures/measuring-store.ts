import type { Connection } from 'mongoose';
import { inTransaction, type Together } from '../database/in-transaction.ts';
import { type EpochStore, epochStore } from '../indicators/epoch-store.ts';
import { type QuotaStore, quotaStore } from '../indicators/quota-store.ts';
import type { MeasuringModels } from '../models/comparing/measuring-models.ts';
import { type MeasureBudgetStore, measureBudgetStore } from './measure-budget-store.ts';
import { type MeasureRoundStore, measureRoundStore } from './measure-round-store.ts';
import { type MeasureTokenStore, measureTokenStore } from './measure-token-store.ts';
import { type ToldMeasureStore, toldMeasureStore } from './told-measure-store.ts';

/** Everything that an agency compares its measures by, in collections that early warnings do not have. */
export interface MeasuringStore
  extends MeasureRoundStore,
    MeasureBudgetStore,
    ToldMeasureStore,
    Pick<QuotaStore, 'used' | 'isSpent' | 'count'>,
    EpochStore {
  tokens: MeasureTokenStore;
  /** Works in one transaction. */
  together: Together;
}

export function measuringStore(
  connection: Connection,
  {
    measureTokens: tokens,
    toldMeasureTokens,
    measureRounds: rounds,
    measureAnswers: answers,
    measureDays,
    measureEpochs,
  }: MeasuringModels,
): MeasuringStore {
  const together: Together = (work) => inTransaction(connection, work);
  const quota = quotaStore(measureDays);
  const told = toldMeasureStore(toldMeasureTokens);
  return {
    ...quota,
    ...told,
    ...measureBudgetStore(measureDays, answers),
    ...epochStore(measureEpochs),
    ...measureRoundStore({ tokens, rounds, answers }, quota, told, together),
    tokens: measureTokenStore(tokens),
    together,
  };
}
