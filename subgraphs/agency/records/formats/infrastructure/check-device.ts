import validator from 'validator';
import type { Checksum } from '../../../../../terms/enums.ts';
import { type CheckResult, refuse } from '../../problem.ts';

/** A thing as it is recorded, what it is compared by, and what its check digit says. */
export interface Identified {
  value: string;
  compared: string;
  checksum: Checksum;
}

const luhn = (digits: string): Checksum => (validator.isLuhnNumber(digits) ? 'PASSED' : 'FAILED');
const compact = (text: string): string => text.replace(/[\s\p{Pd}./]/gu, '');

/** A device: 15 digits with a check digit, or 16 with the version of its software instead; the first 14 identify it. */
export function checkImei(text: string): CheckResult<Identified> {
  const digits = compact(text);
  if (!/^\d{15,16}$/.test(digits)) {
    return refuse('MALFORMED_NUMBER', 'An IMEI has 15 digits, or 16 with the software version (IMEISV).');
  }
  const checksum = digits.length === 15 ? luhn(digits) : 'NONE';
  return { value: { value: digits, compared: digits.slice(0, 14), checksum } };
}

/** A subscription (ITU-T E.212): country, network and subscriber, no check digit. */
export function checkImsi(text: string): CheckResult<Identified> {
  const digits = compact(text);
  if (!/^\d{14,15}$/.test(digits)) return refuse('MALFORMED_NUMBER', 'An IMSI has 14 or 15 digits.');
  return { value: { value: digits, compared: digits, checksum: 'NONE' } };
}

/** A SIM card (ITU-T E.118): begins with 89, ends in a check digit; chips fill it up with an F. */
export function checkIccid(text: string): CheckResult<Identified> {
  const digits = compact(text).replace(/F$/i, '');
  if (!/^89\d{17,18}$/.test(digits)) {
    return refuse('MALFORMED_NUMBER', 'An ICCID has 19 or 20 digits and begins with 89.');
  }
  return { value: { value: digits, compared: digits, checksum: luhn(digits) } };
}
