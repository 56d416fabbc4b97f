import type { Agency } from '../../../../../terms/agencies.ts';
import type { MeasuredKind } from './measured-value.ts';

/** How far one element of a measure has come. */
export type MeasureTokenState =
  /** It waits for a round. */
  | 'WAITING'
  /** It is on its way in a round. */
  | 'BLINDED'
  /** Its element is known, and not compared yet with what the other agency has told. */
  | 'MADE'
  /** It is compared, and waits to be told. */
  | 'COMPARED'
  /** It is told in a round that the other agency has not answered: until then nobody knows that it has come. */
  | 'SENT'
  | 'TOLD'
  /** It was told, and its measure has ended: that waits to be told. */
  | 'GONE'
  /** It was taken back. It is kept until it is too old, so that nothing is told alike a second time. */
  | 'WITHDRAWN';

/** One value of a measure in one week, for one other agency and one epoch of keys; or a dummy, which has no measure. */
export interface MeasureToken {
  /** The name under which it is told: random, and nothing else's. */
  _id: string;
  other: Agency;
  state: MeasureTokenState;
  /** The measure, as `ComparedRecord._id`. */
  measure?: string;
  /** The authorisation of it, see `runOf`: what is found out about an earlier one says nothing of this. */
  run?: string;
  /** Tells what it is of from all else that the measure is compared by, see `keyOfValue`. */
  of?: string;
  /** Until it is made. */
  kind?: MeasuredKind;
  value?: string;
  week?: string;
  epoch?: string;
  /** The joint operation of its measure. */
  scope?: string;
  /** Its place among those that wait, see `orderOfMeasure`. */
  order?: string;
  /** The round that asks for it or tells it, until that is answered. */
  round?: string;
  /** 32 bytes, never told. */
  element?: Uint8Array;
  /** What is told of it, in base64url; of a dummy something random. */
  token?: string;
  /** The tokens of the other agency that it clashes with, in base64url. */
  expected?: string[];
  /** The operations that were common with that agency when these were reckoned, see `scopesOf`. */
  scopes?: string;
  /** The time at which it was told. */
  at?: Date;
}

/** A token that another agency has told. */
export interface ToldMeasureToken {
  /** The agency, and the name that it has given. */
  _id: string;
  from: Agency;
  token: string;
  at: Date;
  /** The restatement that has named it last, where its agency has lost a database. */
  run?: string;
}

/** A round of this agency's, until the other one has answered it. */
export interface MeasureRound {
  /** The other agency, and the round's number. */
  _id: string;
  other: Agency;
  number: number;
  epoch: string;
  at: Date;
  state: 'SENT' | 'DONE' | 'REFUSED' | 'WRONG_PROOF' | 'UNANSWERED';
  slots: { name?: string; blind: Uint8Array; element: Uint8Array }[];
  /** The names of the tokens that it has given. */
  made?: string[];
}

/**
 * The tokens of one value and week that one agency tells apart, of as many measures: told twice alike, one would say that two measures are about one
 * person to whoever does not know the person. More than so many are told like the last.
 */
export const tokenPlaces = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/** No operation, in what a token is hashed of. */
export const noScope = '';

/** The scopes of another agency's tokens that clash with one's own: none, and every common operation but the own. */
export const clashingScopes = (own: string | undefined, common: readonly string[]): string[] => [
  noScope,
  ...common.filter((operation) => operation !== own),
];

/** Common operations as one text, by which is seen that they have changed. */
export const scopesOf = (common: readonly string[]): string => [...common].sort().join(' ');
