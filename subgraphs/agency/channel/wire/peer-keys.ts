import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readKeySet, readSigningKey, type SigningKey } from '../../../../identity/ed25519-keys.ts';
import { isDevelopmentKey } from '../../../../identity/is-development-key.ts';
import { SettingsError } from '../../../../server/settings.ts';
import type { Agency } from '../../../../terms/agencies.ts';

/** The key that an agency signs with on the channel. */
export type ChannelKey = SigningKey;

/** An agency's public key. */
export interface PeerKey {
  agency: Agency;
  key: KeyObject;
}

/** The other agencies' public keys by their ids: of each the current one and, while it changes, the next. */
export type PeerKeys = ReadonlyMap<string, PeerKey>;

interface Allowed {
  allowDevelopmentKeys: boolean;
}

function read<Read>(variable: string, what: string, parse: () => Read): Read {
  try {
    return parse();
  } catch {
    throw new SettingsError(`${variable}: must be ${what}`);
  }
}

function refuseDevelopment(
  variable: string,
  kids: readonly string[],
  { allowDevelopmentKeys }: Allowed,
): void {
  if (!allowDevelopmentKeys && kids.some(isDevelopmentKey))
    throw new SettingsError(`${variable}: a development key is not accepted in production`);
}

export const publicOf = ({ key }: ChannelKey): KeyObject => createPublicKey(key);

/** @throws SettingsError when the text is no private Ed25519 key, or development's where it is not allowed */
export function channelKeyIn(variable: string, text: string, allowed: Allowed): ChannelKey {
  const key = read(variable, 'an Ed25519 JSON Web Key with a kid', () => readSigningKey(text));
  refuseDevelopment(variable, [key.kid], allowed);
  return key;
}

/**
 * The keys that are pinned for one agency. A key that is taken out of the file is retired: nothing signed with it is
 * accepted any more.
 * @throws SettingsError when the file holds no usable keys, or development's where they are not allowed
 */
export function peerKeysIn(variable: string, file: URL, agency: Agency, allowed: Allowed): PeerKeys {
  const keys = read(variable, 'a file with a set of Ed25519 JSON Web Keys, each with a kid', () =>
    readKeySet(readFileSync(file, 'utf8')).map(({ kid, key }) => [kid, { agency, key }] as const),
  );
  refuseDevelopment(
    variable,
    keys.map(([kid]) => kid),
    allowed,
  );
  if (new Set(keys.map(([kid]) => kid)).size < keys.length)
    throw new SettingsError(`${variable}: two keys have one id`);
  return new Map(keys);
}

/**
 * The keys of several agencies in one set: the id alone says which of them has signed.
 * @param own the id of the key that this agency signs with itself
 * @throws SettingsError when an id is another's too
 */
export function mergedKeys(sets: ReadonlyMap<string, PeerKeys>, own: string): PeerKeys {
  const merged = new Map<string, PeerKey>();
  for (const [variable, keys] of sets) {
    for (const [kid, key] of keys) {
      if (kid === own) throw new SettingsError(`${variable}: ${kid} is the id of this agency's own key`);
      if (merged.has(kid))
        throw new SettingsError(`${variable}: ${kid} is the id of another agency's key too`);
      merged.set(kid, key);
    }
  }
  return merged;
}
