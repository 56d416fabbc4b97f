import type { Agency } from '../generated/agency.ts';

/** A closed list today whose values may become more: known ones are suggested, unknown ones are accepted. */
export type Open<Known extends string> = Known | (string & {});

export type { Agency };

/** The sensitivity of a field; its owner's policy decides by it. */
export type InformationClass =
  | 'OPEN'
  | 'IDENTITY'
  | 'CONTACT'
  | 'FINANCIAL'
  | 'TECHNICAL'
  | 'CASE'
  | 'TACTICAL'
  | 'VICTIM';

/** The reason for withholding a field: from the policy (ROLE, PURPOSE, LEGAL_BASIS) or from the dossier. */
export type Reason =
  | 'ROLE'
  | 'PURPOSE'
  | 'LEGAL_BASIS'
  | 'CASE'
  | 'REASON_NEEDED'
  | 'NOT_RELEASED'
  | 'RELEASE_EXPIRED'
  | 'RELEASE_RECALLED';

/** Advice to a viewer about a withheld field, as a code with the parts that its sentence names. */
export interface Advice {
  readonly code: string;
  /** Roles that may read it: colleagues to ask. */
  readonly roles?: readonly string[];
  /** Purposes for which it may be asked. */
  readonly purposes?: readonly string[];
  /** The owner's contact point, to ask there. */
  readonly contactPoint?: string;
}

/** The owner has answered. */
export interface Present<T> {
  readonly state: 'present';
  readonly value: T;
}

/**
 * The owner has answered that there is nothing. Of a dossier it also stands for one of which you may not know: the two
 * cannot be told apart, by design.
 */
export interface Absent {
  readonly state: 'absent';
}

/** The owner does not show it to you. It is decided without reading the value, so it says nothing about whether there is one. */
export interface Withheld {
  readonly state: 'withheld';
  /** The field in the schema, such as `RussiaDossier.contacts`. */
  readonly coordinate: string;
  readonly class: Open<InformationClass>;
  readonly owner: Open<Agency>;
  readonly reason: Open<Reason>;
  /** A sentence that says what you can do about it. */
  readonly remedy: string;
  /** The same to be said in another language, where the gateway gives it. */
  readonly advice?: Advice;
}

/** The agency did not answer, so nothing is known: ask again later. */
export interface Unavailable {
  readonly state: 'unavailable';
  readonly coordinate: string;
  readonly agency: Open<Agency>;
}

/** The field could not be answered for another reason, so nothing is known. */
export interface Failed {
  readonly state: 'failed';
  readonly coordinate: string;
  /** The stable code of the error, such as `INTERNAL_SERVER_ERROR`. */
  readonly code: string;
  readonly message: string;
  /** Names the request to support. */
  readonly requestId: string;
}

/** The reason why there is no value. */
export type Gap = Absent | Withheld | Unavailable | Failed;

/** A field that can be withheld. Its value can be read only where `state` is `present`. */
export type Visible<T> = Present<T> | Gap;

/**
 * A list that may lack entries. It is whole only where `missing` is empty: otherwise that an entry is not in `items` says
 * nothing.
 */
export interface Partly<T> {
  readonly items: T;
  /**
   * Reasons why entries may be missing: entries withheld from such lists of the same dossier, criteria of a search that
   * were not compared, agencies that did not answer.
   */
  readonly missing: readonly Gap[];
}
