import { parsePhoneNumberFromString, validatePhoneNumberLength } from 'libphonenumber-js/max';
import { composed } from '../../../../../terms/composed.ts';
import { type CheckResult, refuse } from '../../problem.ts';

/** `00` is what is dialled for `+` from most countries. */
const parse = (text: string) =>
  parsePhoneNumberFromString(text.trim().replace(/^00/, '+'), { extract: false });

/** True for a number with its country's code, from a range that the country has assigned, and nothing beside it. */
export const isAssignedPhone = (text: string): boolean =>
  /^(\+|00)[\d\s\p{Pd}()./]+$/u.test(composed(text, 'NFKC').trim()) && (parse(text)?.isValid() ?? false);

/**
 * A phone in E.164. One that no operator can have is accepted, if country code and length are possible: call centres show
 * made-up numbers, and the demo data has only such.
 */
export function checkPhone(text: string): CheckResult<string> {
  const phone = parse(text);
  // Drops the trunk prefix of `+375 (0)29 …`.
  if (phone?.isValid() && !phone.ext) return { value: phone.number };
  const digits = `+${composed(text, 'NFKC').replace(/\D/g, '').replace(/^00/, '')}`;
  const possible =
    phone?.isPossible() === true &&
    !phone.ext &&
    /^\+[1-9]\d{6,14}$/.test(digits) &&
    validatePhoneNumberLength(digits) === undefined;
  if (possible) return { value: digits };
  return refuse(
    'PHONE_INVALID',
    'This is not a phone number of any country: give the whole number with the country’s code, such as +375 29 …, and nothing else.',
  );
}
