import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { type Mode, readSettings, withDefaults } from '../../../server/settings.ts';
import { type Agency, agencyNames } from '../../../terms/agencies.ts';
import { demandKeysOfStack, developmentKeys } from './keys.ts';
import { dataDirectoryIn } from './settings.ts';

/** The channel's settings for a command: what is set, and in development the keys that lie with the stack's data. */
export function channelSettingsFor(
  settings: Record<string, z.ZodType>,
  own: Agency,
  mode: Mode,
  environment: NodeJS.ProcessEnv,
): Record<string, unknown> {
  if (mode === 'production') return readSettings(settings, environment);
  const dataDirectory = dataDirectoryIn(environment);
  demandKeysOfStack(dataDirectory);
  const { channels } = developmentKeys(dataDirectory);
  const inDevelopment = Object.fromEntries(
    agencyNames.map((agency) =>
      agency === own
        ? [`${agency}_CHANNEL_KEY`, readFileSync(channels[agency].privateKey, 'utf8')]
        : [`${agency}_CHANNEL_JWKS`, channels[agency].keySet.href],
    ),
  );
  return readSettings(settings, withDefaults(inDevelopment, environment));
}
