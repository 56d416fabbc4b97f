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
  readMeasureKeys,
  readMeasurePublicKeys,
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

const isAmong = ({ publicKey }: IndicatorPublicKey, keys: readonly IndicatorPublicKey[]): boolean =>
  keys.some((key) => Buffer.from(key.publicKey).equals(publicKey));

const ownSet =
  'a JSON Web Key Set of one key, or of two while the epoch changes, as npm run indicator-key makes it';
const othersSet = 'a file with the public set that npm run indicator-key makes';

interface Reading {
  settings: Record<string, unknown>;
  agency: Agency;
  allowDevelopmentKeys: boolean;
}

/** Another agency's public keys of one use, none of which may be this agency's own. */
function keysOfOther<Found extends EpochKeys<IndicatorPublicKey> | undefined>(
  other: Agency,
  own: EpochKeys<IndicatorKey>,
  { settings, allowDevelopmentKeys }: Reading,
  readKeys: (text: string) => Found,
): Found {
  const name = othersVariable(other);
  const keys = read(name, othersSet, () => readKeys(readFileSync(settings[name] as URL, 'utf8')));
  if (!keys) return keys;
  if (!allowDevelopmentKeys) refuseDevelopment(name, keys);
  if (eachOf<IndicatorPublicKey>(keys).some((key) => isAmong(key, eachOf(own))))
    throw new SettingsError(`${name}: is this agency's own key; each agency makes its own`);
  return keys;
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
  const own = read(variable, ownSet, () => readIndicatorKeys(String(settings[variable])));
  if (!allowDevelopmentKeys) refuseDevelopment(variable, own);
  const reading = { settings, agency, allowDevelopmentKeys };
  const ofOthers = othersThan(agency).map((other): [Agency, EpochKeys<IndicatorPublicKey>] => [
    other,
    keysOfOther(other, own, reading, readIndicatorPublicKeys),
  ]);
  return { own, others: new Map(ofOthers) };
}

/**
 * The keys by which measures are compared, beside those of identifiers in the same sets; undefined where the own set has none. Agencies without some are left
 * out: nothing is compared with them.
 * @throws SettingsError as of `indicatorKeysIn`, and where a key is one of identifiers too, so that slots of early warnings would evaluate measures
 */
export function measureKeysIn(
  settings: Record<string, unknown>,
  agency: Agency,
  indicators: IndicatorKeys,
  { allowDevelopmentKeys }: { allowDevelopmentKeys: boolean },
): IndicatorKeys | undefined {
  const variable = ownVariable(agency);
  const own = read(variable, ownSet, () => readMeasureKeys(String(settings[variable])));
  if (!own) return undefined;
  if (!allowDevelopmentKeys) refuseDevelopment(variable, own);
  const refuseShared = (name: string, keys: EpochKeys<IndicatorPublicKey>) => {
    const ofIndicators = [indicators.own, ...indicators.others.values()].flatMap((each) =>
      eachOf<IndicatorPublicKey>(each),
    );
    if (eachOf(keys).some((key) => isAmong(key, ofIndicators)))
      throw new SettingsError(`${name}: a key of measures is one of identifiers too; each use has its own`);
  };
  refuseShared(variable, own);
  const reading = { settings, agency, allowDevelopmentKeys };
  const ofOthers = othersThan(agency).flatMap((other): [Agency, EpochKeys<IndicatorPublicKey>][] => {
    const keys = keysOfOther(other, own, reading, readMeasurePublicKeys);
    if (keys) refuseShared(othersVariable(other), keys);
    return keys ? [[other, keys]] : [];
  });
  return { own, others: new Map(ofOthers) };
}
