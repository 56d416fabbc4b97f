import { urlSetting } from '../server/url-setting.ts';
import { readVerificationKeys, type VerificationKeys } from './ed25519-keys.ts';
import { isDevelopmentKey } from './is-development-key.ts';
import { developmentKey, readKey } from './signing-key-from.ts';

/** The setting that pins the gateway's public keys; everything that accepts fetch tokens reads it. */
export const gatewayKeySettings = { GATEWAY_JWKS: urlSetting(['file:']) };

/** The keys that the setting names. @throws SettingsError when the file holds no usable keys, or development's keys where they are not allowed */
export function gatewayKeysIn(
  settings: Record<string, unknown>,
  { allowDevelopmentKeys }: { allowDevelopmentKeys: boolean },
): VerificationKeys {
  const keys = readKey('GATEWAY_JWKS', () => readVerificationKeys(settings.GATEWAY_JWKS as URL));
  if (!allowDevelopmentKeys && [...keys.keys()].some(isDevelopmentKey)) throw developmentKey('GATEWAY_JWKS');
  return keys;
}
