/** The 32 characters of Crockford's base32: no I, L, O and U, which are misread. */
export const crockfordAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
