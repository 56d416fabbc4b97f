import { z } from 'zod';
import { type Mode, readSettings } from '../../server/settings.ts';
import type { Agency } from '../../terms/agencies.ts';
import { isNamed } from './named-databases.ts';

/** The mode that somebody has said; anything but development counts as production, since less is allowed there. */
export function modeSaid(environment: NodeJS.ProcessEnv): Mode | undefined {
  const { CONCORD_MODE: said } = readSettings({ CONCORD_MODE: z.string().optional() }, environment);
  if (said === undefined) return undefined;
  return said === 'development' ? 'development' : 'production';
}

/** A command's mode: unless it is said, production for a database that is named, and development for one of the stack. */
export const modeOf = (agency: Agency, environment: NodeJS.ProcessEnv): Mode =>
  modeSaid(environment) ?? (isNamed(agency, environment) ? 'production' : 'development');
