import type { SharedKind } from '../../../terms/evidence.ts';
import { nationalIdKinds } from '../../../terms/search-exchange.ts';
import { compactNumber, folded, latinLetters } from '../records/checks/text/normal-form.ts';
import type { Features } from './features.ts';

/**
 * The forms in which what a dossier holds, and what a search asks for, is compared: one place for both, since a form that
 * differed between them would never be found.
 */

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

type Shared = Features['shared'][number];

const shared = (kind: SharedKind, value: string): Shared => ({ kind, value });

export const phoneForm = (phone: string): Shared => shared('PHONE', phone);

/** As a whole in lower case: few hosts tell addresses apart by case, and people write them as they like. */
export const emailForm = (email: string): Shared => shared('EMAIL', email.toLowerCase());

export const messengerForm = (service: string, account: string): Shared =>
  shared('MESSENGER', `${folded(service)} ${folded(account)}`);

export const accountForm = (account: string): Shared => shared('ACCOUNT', folded(account));

/**
 * Ten digits of a card, which a few others share. The score sees to it that they count only with another kind: shared
 * things by themselves make an association, and never a candidate.
 */
export const cardForm = (first6: string, last4: string): Shared => shared('CARD', `${first6} ${last4}`);

/** As it is, since case tells addresses apart on most chains; on Ethereum it is a checksum (EIP-55). */
export const walletForm = (chain: string, address: string): Shared =>
  shared('WALLET', `${chain} ${chain === 'ETH' ? address.toLowerCase() : address}`);

/** What identifies the device: then comes a check digit, or the version of its software. */
export const imeiForm = (imei: string): Shared => shared('IMEI', imei.slice(0, 14));
