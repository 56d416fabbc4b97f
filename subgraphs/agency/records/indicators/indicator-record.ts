import type { Agency } from '../../../../terms/agencies.ts';
import type { IndicatorKind } from '../../../../terms/enums.ts';

/** What the other agency has been told of an indicator. */
export type IndicatorState =
  /** It waits for a round. */
  | 'WAITING'
  /** It is on its way in a round. */
  | 'BLINDED'
  /** Its element is known, and its token waits to be told. */
  | 'MADE'
  | 'TOLD'
  /** It was told and is held no more: that waits to be told. */
  | 'GONE';

/**
 * An identifier of this agency for one other agency, or a dummy: with the element that stands for it under both agencies' keys, once
 * the other one has evaluated it.
 */
export interface IndicatorRecord {
  /** The name under which its token is told: random, and nothing else's. */
  _id: string;
  other: Agency;
  state: IndicatorState;
  /** Names the identifier among this agency's own; absent for a dummy. */
  indicator?: string;
  kind?: IndicatorKind;
  value?: string;
  /** Its place among those that wait: what officers recorded before imports, and then the oldest. */
  order?: string;
  /** The round that it is in. */
  round?: string;
  /** The epoch of the keys that its element is under. */
  epoch?: string;
  /** 32 bytes: k_BY·k_RU·H(x). Never told. */
  element?: Uint8Array;
  /** The token that the other agency tells of the same identifier, in base64url. */
  expected?: string;
  /** How far it has come to the next epoch, where it has begun to. */
  raised?: RaisedState;
  /** The token that the other agency told of it in the epoch before, until that has ended at both. */
  was?: string;
  /** The own reference that its hits had in the epoch before, since they follow from the element, and that of the other agency's hits. */
  formerReference?: string;
  formerOfOther?: string;
}

/** How far a token that was told has come to the next epoch. */
export type RaisedState =
  /** Its element is on its way. */
  | 'ASKED'
  /** Its element is raised, and its token of the next epoch waits to be told. */
  | 'MADE'
  | 'TOLD';

/** A token that another agency has told. */
export interface ToldIndicator {
  /** The agency, and the name that it has given. */
  _id: string;
  from: Agency;
  /** In base64url. */
  token: string;
  epoch: string;
  at: Date;
  /** The blinded element that was raised for it, in base64url: for each token one, and no other. */
  raised?: string;
  /** Its token of the epoch before, until that has ended at both. */
  was?: string;
}

/** A slot of a round: the blinded element, and the secret that takes the blind off; of a dummy there is no name. */
export interface RoundSlot {
  indicator?: string;
  blind: Uint8Array;
  element: Uint8Array;
}

/** An own round, until the other agency has answered it. */
export interface RoundRecord {
  /** The other agency, and the round's number; the epoch stands between them where it raises elements to that. */
  _id: string;
  other: Agency;
  number: number;
  /** It raises elements that were told before. */
  raises?: boolean;
  /** The epoch of the elements that it gives. */
  epoch: string;
  at: Date;
  state: 'SENT' | 'DONE' | 'REFUSED' | 'WRONG_PROOF' | 'UNANSWERED';
  slots: RoundSlot[];
  /** The names of the identifiers whose elements it has given, once it is done. */
  made?: string[];
}
