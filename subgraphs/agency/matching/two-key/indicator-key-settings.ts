import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { isDevelopmentKey } from '../../../../identity/is-development-key.ts';
import { SettingsError } from '../../../../server/settings.ts';
import { urlSetting } from '../../../../server/url-setting.ts';
import { type Agency, othersThan } from '../../../../terms/agencies.ts';
import {
  type EpochKeys,
  type IndicatorKey,
  type IndicatorPublicKey,
  readIndicatorKeys,
  readIndicatorPublicKeys,
} from './indicator-keys.ts';

const ownVariable = (own: Agency): string => `${own}_INDICATOR_KEYS`;
const othersVariable = (agency: Agency): string => `${agency}_INDICATOR_JWKS`;

/** An agency's own keys of two-key tokens, which nobody else ever has, and the public keys of each other agency. */
export const indicatorKeySettings = (own: Agency): Record<string, z.ZodType> => ({
  [ownVariable(own)]: z.string("is required: this agency's own keys of two-key tokens"),
  ...Object.fromEntries(othersThan(own).map((agency) => [othersVariable(agency), urlSetting(['file:'])])),
});

export interface IndicatorKeys {
  own: EpochKeys<IndicatorKey>;
  others: ReadonlyMap<Agency, EpochKeys<IndicatorPublicKey>>;
}

/** Not the reader's own message, which may repeat a part of a key. */
function read<Keys>(variable: string, what: string, parse: () => Keys): Keys {
  try {
    return parse();
  } catch {
    throw new SettingsError(`${variable}: must be ${what}`);
  }
}

const eachOf = <Key>({ current, next }: EpochKeys<Key>): Key[] => (next ? [current, next] : [current]);

function refuseDevelopment(variable: string, keys: EpochKeys<IndicatorPublicKey>): void {
  if (eachOf(keys).some(({ kid }) => isDevelopmentKey(kid)))
    throw new SettingsError(`${variable}: a development key is not accepted in production`);
}

/**
 * @throws SettingsError when a set is unusable, has a development key where none is allowed, or when another agency's public key is
 * this agency's own, so that a secret has changed hands
 */
export function indicatorKeysIn(
  settings: Record<string, unknown>,
  agency: Agency,
  { allowDevelopmentKeys }: { allowDevelopmentKeys: boolean },
): IndicatorKeys {
  const variable = ownVariable(agency);
  const own = read(
    variable,
    'a JSON Web Key Set of one key, or of two while the epoch changes, as npm run indicator-key makes it',
    () => readIndicatorKeys(String(settings[variable])),
  );
  if (!allowDevelopmentKeys) refuseDevelopment(variable, own);
  const ofOthers = othersThan(agency).map((other): [Agency, EpochKeys<IndicatorPublicKey>] => {
    const name = othersVariable(other);
    const keys = read(name, 'a file with the public set that npm run indicator-key makes', () =>
      readIndicatorPublicKeys(readFileSync(settings[name] as URL, 'utf8')),
    );
    if (!allowDevelopmentKeys) refuseDevelopment(name, keys);
    const isOwn = eachOf(keys).some(({ publicKey }) =>
      eachOf(own).some((key) => Buffer.from(key.publicKey).equals(publicKey)),
    );
    if (isOwn) throw new SettingsError(`${name}: is this agency's own key; each agency makes its own`);
    return [other, keys];
  });
  return { own, others: new Map(ofOthers) };
}
