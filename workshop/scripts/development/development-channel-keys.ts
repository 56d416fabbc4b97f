import { readFileSync } from 'node:fs';
import { type Agency, agencyNames } from '../../../terms/agencies.ts';
import { dataDirectoryIn } from './data-directory-in.ts';
import { demandKeysOfStack, developmentKeys } from './keys.ts';

/**
 * The channel's keys that lie with a stack's data, by the names of their settings: an agency's own private key, and the others'
 * public ones.
 * @throws Error when no stack has run over this directory
 */
export function developmentChannelKeys(own: Agency, environment: NodeJS.ProcessEnv): Record<string, string> {
  const dataDirectory = dataDirectoryIn(environment);
  demandKeysOfStack(dataDirectory);
  const { channels } = developmentKeys(dataDirectory);
  return Object.fromEntries(
    agencyNames.map((agency) =>
      agency === own
        ? [`${agency}_CHANNEL_KEY`, readFileSync(channels[agency].privateKey, 'utf8')]
        : [`${agency}_CHANNEL_JWKS`, channels[agency].keySet.href],
    ),
  );
}
