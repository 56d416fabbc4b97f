import { createSecretKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { isDevelopmentKey } from '../../../identity/is-development-key.ts';
import { SettingsError } from '../../../server/settings.ts';
import type { Agency } from '../../../terms/agencies.ts';
import { type NodeNaming, nodeNaming } from '../records/formats/text/node-id.ts';
import type { MatchKeys } from './tokens.ts';

export const nodeKeyVariable = (own: Agency): string => `${own}_NODE_KEY`;

/** The key under which an agency names what its dossiers share. It is its own: with the match key the other agency could try out what an id is of. */
export const nodeKeySettings = (own: Agency): Record<string, z.ZodType> => ({
  [nodeKeyVariable(own)]: z.string(
    'is required: the key under which this agency names what its dossiers share',
  ),
});

/** The shortest key, in bytes, as of match keys. */
const shortestKey = 32;

const jsonWebKey = z.looseObject({
  kty: z.literal('oct'),
  kid: z.string().regex(/^[0-9A-Za-z][\w.-]{0,99}$/),
  k: z
    .base64url()
    .transform((text) => Buffer.from(text, 'base64url'))
    .refine((bytes) => bytes.length >= shortestKey),
});

/**
 * Reads a symmetric JSON Web Key (RFC 7518, section 6.4).
 * @throws when it is none, or is shorter than 32 bytes
 */
export function readNodeKey(text: string): { id: string; key: KeyObject } {
  const { kid, k } = jsonWebKey.parse(JSON.parse(text));
  return { id: kid, key: createSecretKey(k) };
}

/** @throws SettingsError when it is no usable key, one of the match keys, or a development key where none is allowed */
export function nodeNamingIn(
  settings: Record<string, unknown>,
  own: Agency,
  { allowDevelopmentKeys, matchKeys }: { allowDevelopmentKeys: boolean; matchKeys: MatchKeys },
): NodeNaming {
  const variable = nodeKeyVariable(own);
  const { id, key } = read(variable, String(settings[variable]));
  if (!allowDevelopmentKeys && isDevelopmentKey(id))
    throw new SettingsError(`${variable}: a development key is not accepted in production`);
  if (matchKeys.all.some((each) => each.key.equals(key)))
    throw new SettingsError(
      `${variable}: is a match key, which the other agency has too; make one of its own`,
    );
  return nodeNaming(key);
}

function read(variable: string, text: string): ReturnType<typeof readNodeKey> {
  try {
    return readNodeKey(text);
  } catch {
    // Not the reader's own message, which may repeat a part of the key.
    throw new SettingsError(
      `${variable}: must be a symmetric JSON Web Key (oct) of at least 32 bytes with a kid, as npm run node-key makes it`,
    );
  }
}
