import { nationalIdKinds } from '../../../terms/search-exchange.ts';
import { compactNumber, latinLetters } from '../records/formats/text/folded.ts';
import type { Features } from './features.ts';

interface GivenDocument {
  kind: string;
  issuer: string;
  number: string;
}

const isNational = (kind: string): boolean => nationalIdKinds.some((national) => national === kind);
const isPassport = (kind: string): boolean => kind === 'PASSPORT' || kind === 'TRAVEL_PASSPORT';

const numberForm = (number: string): string => latinLetters(compactNumber(number));

/** A document as a number that contradicts another of its kind, as a passport, which is renewed, or as nothing. */
export function documentForms(
  documents: readonly GivenDocument[],
): Pick<Features, 'nationalIds' | 'passports'> {
  return {
    nationalIds: documents
      .filter(({ kind }) => isNational(kind))
      .map(({ kind, issuer, number }) => ({ kind: `${issuer} ${kind}`, number: numberForm(number) })),
    passports: documents
      .filter(({ kind }) => isPassport(kind))
      .map(({ kind, issuer, number }) => `${issuer} ${kind} ${numberForm(number)}`),
  };
}
