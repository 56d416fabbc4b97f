import { type MeasureUrgency, measureUrgencies } from '../../../../terms/enums.ts';
import type { MeasureRow } from './measure-row.ts';

/** The number of measures that fewer than two officers have taken. */
export interface MeasureFigures {
  unauthorised: number;
  authorisedSince: number;
  urgent: { urgency: MeasureUrgency; measures: number }[];
}

/** Counts measures by why they were taken so. Grounds of none are left out. */
export async function measureFigures(all: AsyncIterable<Pick<MeasureRow, 'alone'>>): Promise<MeasureFigures> {
  const numbers = new Map<MeasureRow['alone'], number>();
  for await (const { alone } of all) numbers.set(alone, (numbers.get(alone) ?? 0) + 1);
  const numberOf = (alone: MeasureRow['alone']): number => numbers.get(alone) ?? 0;
  return {
    unauthorised: numberOf('UNAUTHORISED') + numberOf('AUTHORISED_SINCE'),
    authorisedSince: numberOf('AUTHORISED_SINCE'),
    urgent: measureUrgencies.flatMap((urgency) => {
      const measures = numberOf(urgency);
      return measures > 0 ? [{ urgency, measures }] : [];
    }),
  };
}
