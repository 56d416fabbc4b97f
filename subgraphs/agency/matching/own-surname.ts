import { type MatchKey, type Token, tokenOf } from './tokens.ts';

/** The weight of a surname among an agency's own dossiers; the surname is a token, which is no token of a record. */
export interface OwnSurname {
  _id: Token;
  bits: number;
}

export const tokenOfSurname = (key: MatchKey, surname: string): Token => tokenOf(key, 'own surname', surname);
