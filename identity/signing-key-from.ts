import { SettingsError } from '../server/settings.ts';
import { readSigningKey, type SigningKey } from './ed25519-keys.ts';
import { isDevelopmentKey } from './is-development-key.ts';

/**
 * The signing key that a setting holds.
 * @param variable where it was given
 * @throws SettingsError when it is no usable key, or development's key where it is not allowed
 */
export function signingKeyFrom(
  jwk: string,
  { allowDevelopmentKeys }: { allowDevelopmentKeys: boolean },
  variable = 'GATEWAY_SIGNING_KEY',
): SigningKey {
  const key = readKey(variable, () => readSigningKey(jwk));
  if (!allowDevelopmentKeys && isDevelopmentKey(key.kid)) throw developmentKey(variable);
  return key;
}

/** The refusal of a development key in production. */
export const developmentKey = (variable: string) =>
  new SettingsError(`${variable}: a development key is not accepted in production`);

/** Reads keys out of a setting, and names the setting when they are malformed. */
export function readKey<Key>(variable: string, read: () => Key): Key {
  try {
    return read();
  } catch {
    throw new SettingsError(
      `${variable}: must be an Ed25519 JSON Web Key with a kid (a set of them for a variable that ends in _JWKS)`,
    );
  }
}
