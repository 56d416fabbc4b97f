import { z } from 'zod';
import type { Agency } from '../../terms/agencies.ts';
import { modeOf } from '../settings/mode-of.ts';

/**
 * When a retention run is to believe that it is: now, or a day that a developer names to see what is erased then. What is
 * erased is gone, so a named day needs a database of the development stack, or `CONCORD_MODE=development` said aloud.
 * @throws when the day is none, or may not be named here
 */
export function retentionDay(
  named: string | undefined,
  agency: Agency,
  environment: NodeJS.ProcessEnv,
  now: Date,
): Date {
  if (named === undefined) return now;
  if (modeOf(agency, environment) !== 'development') {
    throw new Error('--today is for development: in production it would erase what must still be held');
  }
  if (!z.iso.date().safeParse(named).success) throw new Error('--today must be a day, such as 2026-11-24');
  return new Date(named);
}
