import { z } from 'zod';
import type { Agency } from '../../../../terms/agencies.ts';
import { type MeasurePace, usualMeasurePace } from '../../records/measures/measure-pace.ts';

const rhythmOf = (agency: Agency) => `${agency}_MEASURE_RHYTHM_MS`;
const slotsOf = (agency: Agency) => `${agency}_MEASURE_SLOTS`;
const quotaOf = (agency: Agency) => `${agency}_MEASURE_QUOTA`;

/** Messages of a round have no more. */
const mostSlots = 64;

const whole = (least: number, usual: number, unit = 'a number') =>
  z.coerce
    .number(`must be ${unit}`)
    .int('must be whole')
    .min(least, `must be at least ${least}`)
    .default(usual);

/** How often an agency compares measures, and how many elements another one may have evaluated in a day, which both agencies set to the same. */
export const measurePaceSettings = (agency: Agency): Record<string, z.ZodType> => ({
  [rhythmOf(agency)]: whole(100, usualMeasurePace.rhythm, 'a number of milliseconds'),
  [slotsOf(agency)]: z.coerce
    .number('must be a number')
    .int('must be whole')
    .min(2, 'must be at least 2: one is a dummy')
    .max(mostSlots, `must be at most ${mostSlots}`)
    .default(usualMeasurePace.slots),
  [quotaOf(agency)]: whole(1, usualMeasurePace.quota),
});

export const measurePaceIn = (settings: Record<string, unknown>, agency: Agency): MeasurePace => ({
  ...usualMeasurePace,
  rhythm: settings[rhythmOf(agency)] as number,
  slots: settings[slotsOf(agency)] as number,
  quota: settings[quotaOf(agency)] as number,
});
