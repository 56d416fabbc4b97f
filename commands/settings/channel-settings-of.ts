import type { z } from 'zod';
import { type Mode, readSettings, withDefaults } from '../../server/settings.ts';
import type { Agency } from '../../terms/agencies.ts';
import { developmentStack } from './development-stack.ts';

/** The channel's settings for a command: those that are set and, in development, the stack's keys for the rest. */
export function channelSettingsOf(
  settings: Record<string, z.ZodType>,
  own: Agency,
  mode: Mode,
  environment: NodeJS.ProcessEnv,
): Record<string, unknown> {
  const stack = mode === 'development' ? developmentStack() : undefined;
  const defaults = stack?.channelKeys(own, environment) ?? {};
  return readSettings(settings, withDefaults(defaults, environment));
}
