import type { EvidenceKind } from '../../../terms/enums.ts';

export { bands } from '../../../terms/evidence.ts';

/** Weights of a kind of evidence that agrees, is close, or contradicts: log2 of the ratio of likelihoods. */
export interface Weight {
  agreed: number;
  close?: number;
  contradicted: number;
}

/**
 * The model of Fellegi and Sunter (1969): `agreed` is log2(m / u), `contradicted` log2((1 - m) / (1 - u)), where m is how
 * often the kind agrees for one person, u for two. Estimates, to be recalibrated on the agencies' own pairs. Only kinds of
 * which a person has one can contradict.
 */
export const weights: Readonly<Record<EvidenceKind, Weight>> = {
  NATIONAL_ID: { agreed: 23.2, contradicted: -5.6 },
  PASSPORT: { agreed: 23, contradicted: 0 },
  BIRTH_DATE: { agreed: 14.2, close: 8, contradicted: -4.3 },
  SURNAME: { agreed: 8.8, close: 6, contradicted: -3.3 },
  GIVEN_NAME: { agreed: 5.5, close: 3.5, contradicted: -3.6 },
  PATRONYMIC: { agreed: 5.5, close: 3.5, contradicted: -3.6 },
  BIRTH_PLACE: { agreed: 6.1, contradicted: -1.7 },
  SEX: { agreed: 0.6, contradicted: -6.1 },
  PHONE: { agreed: 13.9, contradicted: 0 },
  EMAIL: { agreed: 17.9, contradicted: 0 },
  MESSENGER: { agreed: 13.9, contradicted: 0 },
  ACCOUNT: { agreed: 17.9, contradicted: 0 },
  CARD: { agreed: 17.9, contradicted: 0 },
  WALLET: { agreed: 17.6, contradicted: 0 },
  IMEI: { agreed: 17.2, contradicted: 0 },
};

/** A birth date that agrees in its year, or in year and month, as far as both are known. */
export const partialBirth = { year: 5, month: 9.6 } as const;

/** A woman's surname changes with marriage. */
export const contradictedSurnameOfWoman = -1;

/** Twins and brothers share surname, patronymic and birth: where the given name contradicts, a birth date says no more. */
export const birthAmongSiblings = 5;

/** All shared things together: a gang's phone, wallet and account are no three persons' evidence of one. */
export const mostOfShared = 14;

/** A birth date that is CLOSE in a hit, whether by its year or with day and month swapped: a hit does not say in which way. */
export const birthByYear = partialBirth.year;
