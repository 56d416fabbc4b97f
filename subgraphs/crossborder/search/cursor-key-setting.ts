import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Mode } from '../../../server/settings.ts';

const length = 32;
const form = `is required: ${length} random bytes in base64url, the same for every process that answers the same clients`;

/**
 * The key that seals cursors where crossborder runs alone, as it has no signing key to derive one from. A development process
 * makes its own, and takes no other's cursors.
 */
export const cursorKeySetting = (mode: Mode): z.ZodType<Buffer> => {
  const key = z
    .string(form)
    .regex(/^[\w-]{43}$/, form)
    .transform((text) => Buffer.from(text, 'base64url'));
  return mode === 'production' ? key : key.default(() => randomBytes(length));
};
