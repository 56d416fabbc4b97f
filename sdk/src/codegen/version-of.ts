import { createHash } from 'node:crypto';

/** Names a version of the schema by its content: the first 12 hexadecimal digits of its SHA-256. */
export const versionOf = (sdl: string): string => createHash('sha256').update(sdl).digest('hex').slice(0, 12);
