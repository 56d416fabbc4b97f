import { z } from 'zod';
import { isDevelopmentKey } from '../../../identity/is-development-key.ts';
import { SettingsError } from '../../../server/settings.ts';
import { type MatchKeys, readMatchKeys } from './tokens.ts';

const variable = 'MATCH_KEYS';

/** The keys of match tokens, which both agencies have: read by whatever writes dossiers. */
export const matchKeySettings = {
  [variable]: z.string("is required: the JSON Web Key Set of match keys, the other agency's as well"),
};

/** @throws SettingsError when it is no usable set, or has a development key where none is allowed */
export function matchKeysIn(
  settings: Record<string, unknown>,
  { allowDevelopmentKeys }: { allowDevelopmentKeys: boolean },
): MatchKeys {
  const keys = readKeys(String(settings[variable]));
  if (!allowDevelopmentKeys && keys.all.some(({ id }) => isDevelopmentKey(id))) {
    throw new SettingsError(`${variable}: a development key is not accepted in production`);
  }
  return keys;
}

function readKeys(text: string): MatchKeys {
  try {
    return readMatchKeys(text);
  } catch {
    // Not the reader's own message, which may repeat a part of a key.
    throw new SettingsError(
      `${variable}: must be a JSON Web Key Set of symmetric keys (oct) of at least 32 bytes, each with a kid of its own`,
    );
  }
}
