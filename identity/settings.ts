import { z } from 'zod';
import { type Mode, SettingsError } from '../server/settings.ts';
import { type Agency, agencyNames } from '../terms/agencies.ts';
import type { Issuer } from './caller-token.ts';
import { isDevelopmentKey } from './development-key.ts';
import {
  readSigningKey,
  readVerificationKeys,
  type SigningKey,
  type VerificationKeys,
} from './identity-token.ts';

const url = (protocols: string[]) =>
  z
    .string('is required')
    .refine(
      (value) => URL.canParse(value) && protocols.includes(new URL(value).protocol),
      `must be a URL beginning with ${protocols.join(' or ')}`,
    )
    .transform((value) => new URL(value));

/** Such as `typ=Bearer`. */
const accessTokenClaim = z
  .string()
  .regex(/^[\w.:/-]{1,100}=[^=]{1,200}$/, 'must be a claim and its value, such as typ=Bearer')
  .transform((text) => {
    const [name = '', value = ''] = text.split('=');
    return { name, value };
  })
  .optional();

const subjects = z.enum(['exact', 'ignoring-case'], 'must be exact or ignoring-case').default('exact');

/** Each agency's identity provider: `<AGENCY>_ISSUER` is the `iss` of its tokens, `<AGENCY>_JWKS` has its keys. */
export const issuerSettings = (
  mode: Mode,
  agencies: readonly Agency[] = agencyNames,
): Record<string, z.ZodType> =>
  Object.fromEntries(
    agencies.flatMap((agency) => [
      [`${agency}_ISSUER`, z.string("is required: the `iss` of this agency's tokens")],
      [`${agency}_JWKS`, url(mode === 'production' ? ['https:', 'file:'] : ['https:', 'http:', 'file:'])],
      [`${agency}_ACCESS_TOKEN_CLAIM`, accessTokenClaim],
      [`${agency}_SUBJECTS`, subjects],
    ]),
  );

/** Picks the issuers out of settings that were read with `issuerSettings`. */
export const issuersIn = (
  settings: Record<string, unknown>,
  agencies: readonly Agency[] = agencyNames,
): Issuer[] =>
  agencies.map((agency) => ({
    agency,
    issuer: settings[`${agency}_ISSUER`] as string,
    jwks: settings[`${agency}_JWKS`] as URL,
    accessTokenClaim: settings[`${agency}_ACCESS_TOKEN_CLAIM`] as Issuer['accessTokenClaim'],
    subjects: settings[`${agency}_SUBJECTS`] as NonNullable<Issuer['subjects']>,
  }));

/** Where the gateway's public keys are pinned; read by everything that accepts identity tokens. */
export const gatewayKeySettings = { GATEWAY_JWKS: url(['file:']) };

export { url as urlSetting };

/** @throws SettingsError when the file holds no usable keys, or development's keys where they are not allowed */
export function gatewayKeysIn(
  settings: Record<string, unknown>,
  { allowDevelopmentKeys }: { allowDevelopmentKeys: boolean },
): VerificationKeys {
  const keys = readKey('GATEWAY_JWKS', () => readVerificationKeys(settings.GATEWAY_JWKS as URL));
  if (!allowDevelopmentKeys && [...keys.keys()].some(isDevelopmentKey)) throw developmentKey('GATEWAY_JWKS');
  return keys;
}

/**
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

export const developmentKey = (variable: string) =>
  new SettingsError(`${variable}: a development key is not accepted in production`);

export function readKey<Key>(variable: string, read: () => Key): Key {
  try {
    return read();
  } catch {
    throw new SettingsError(
      `${variable}: must be an Ed25519 JSON Web Key with a kid (a set of them for a variable that ends in _JWKS)`,
    );
  }
}
