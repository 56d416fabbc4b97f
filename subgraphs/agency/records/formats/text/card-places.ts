import validator from 'validator';
import { isAssignedPhone } from '../contacts/check-phone.ts';
import { holdsCardNumber, isCardNumber } from './card-number.ts';

/** The field of a dossier that a text stands in, and the value that it is of. */
export interface TextPlace {
  /** Such as `contacts`. */
  field: string;
  /** Such as `value`. */
  key: string;
  of: Readonly<Record<string, unknown>>;
}

const compact = (text: string): string => text.replace(/[\s\p{Pd}./]/gu, '');

/** Beginnings of an IMEI: the bodies that assign them now. A card begins with none of these but JCB's with 35. */
const reportingBody = /^(01|35|86|91|98|99)/;

/** A card in an account's field is one as a whole; part of a long account number, or of an IBAN, is none. */
function accountIsCard(text: string): boolean {
  const whole = compact(text);
  if (/^\d+$/.test(whole)) return isCardNumber(whole);
  return !validator.isIBAN(whole) && holdsCardNumber(text);
}

/** Numbers of devices and subscriptions have a check digit as cards have, so their beginnings tell them apart. */
function deviceIsCard(kind: unknown, text: string): boolean {
  const whole = compact(text);
  if (kind === 'IMEI' && /^\d{15}$/.test(whole)) return isCardNumber(whole);
  if (kind === 'IMEI' && /^\d{16}$/.test(whole) && reportingBody.test(whole)) return false;
  if (kind === 'IMSI' && /^\d{14,15}$/.test(whole)) return false;
  if (kind === 'ICCID' && /^89\d{17,18}F?$/i.test(whole)) return false;
  if (/^[0-9a-f]{64}$/i.test(whole)) return false;
  return holdsCardNumber(text);
}

/**
 * True when a text holds a card's number in a place where it cannot be anything else. A phone that is assigned, an
 * account, an IMEI and such may have the digits of a card by chance, one in ten of those that begin like one.
 */
export function isCardIn({ field, key, of }: TextPlace, text: string): boolean {
  if (field === 'contacts' && key === 'value' && of.kind !== 'EMAIL' && isAssignedPhone(text)) return false;
  if (field === 'instruments' && key === 'account') return accountIsCard(text);
  if (field === 'instruments' && key === 'address' && /^[A-Za-z0-9]{26,}$/.test(text)) return false;
  if (field === 'infrastructure' && key === 'value') return deviceIsCard(of.kind, text);
  return holdsCardNumber(text);
}
