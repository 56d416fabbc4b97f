import { z } from 'zod';
import type { Agency } from '../../../../terms/agencies.ts';
import { type ComparingPace, usualPace } from '../../records/indicators/comparing-pace.ts';

const rhythmOf = (agency: Agency) => `${agency}_INDICATOR_RHYTHM_MS`;
const slotsOf = (agency: Agency) => `${agency}_INDICATOR_SLOTS`;
const quotaOf = (agency: Agency) => `${agency}_INDICATOR_QUOTA`;
const perDayOf = (agency: Agency) => `${agency}_INDICATOR_BUDGET`;

/** Messages of a round have no more. */
const mostSlots = 64;

/**
 * How often an agency compares identifiers, and how many slots another agency may use in a day, which both agencies set to the same; and
 * how many new identifiers of one of its cases, and of one of its officers, it compares in a day.
 */
export const comparingPaceSettings = (agency: Agency): Record<string, z.ZodType> => ({
  [rhythmOf(agency)]: z.coerce
    .number('must be a number of milliseconds')
    .int('must be whole')
    .min(100, 'must be at least 100')
    .default(usualPace.rhythm),
  [slotsOf(agency)]: z.coerce
    .number('must be a number')
    .int('must be whole')
    .min(2, 'must be at least 2: one is a dummy')
    .max(mostSlots, `must be at most ${mostSlots}`)
    .default(usualPace.slots),
  [quotaOf(agency)]: z.coerce
    .number('must be a number')
    .int('must be whole')
    .min(1, 'must be at least 1')
    .default(usualPace.quota),
  [perDayOf(agency)]: z.coerce
    .number('must be a number')
    .int('must be whole')
    .min(1, 'must be at least 1')
    .default(usualPace.perDay),
});

export const comparingPaceIn = (settings: Record<string, unknown>, agency: Agency): ComparingPace => ({
  rhythm: settings[rhythmOf(agency)] as number,
  slots: settings[slotsOf(agency)] as number,
  quota: settings[quotaOf(agency)] as number,
  perDay: settings[perDayOf(agency)] as number,
});
