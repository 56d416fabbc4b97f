import { randomBytes } from 'node:crypto';

/** Crockford's base32: no I, L, O, U, which are misread. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Random characters, five bits each: ids say nothing about order, date or number. */
export const randomId = (length: number): string =>
  Array.from(randomBytes(length), (byte) => alphabet[byte % alphabet.length]).join('');

export const newDossierId = (idPrefix: string): string => `${idPrefix}-${randomId(16)}`;
export const newGroupId = (idPrefix: string): string => `${idPrefix}G-${randomId(16)}`;
export const newValueId = (): string => `V${randomId(12)}`;
