import type { Checksum, DocumentKind } from '../../../../../terms/enums.ts';
import { type CheckResult, refuse } from '../../problem.ts';
import { compactNumber, latinLetters } from '../text/folded.ts';
import { belarusPassport } from './by-passport.ts';
import { belarusPersonalNumber } from './by-personal-number.ts';
import { belarusTaxNumber } from './by-tax-number.ts';
import type { NumberFormat } from './number-format.ts';
import { russiaInsuranceNumber } from './ru-insurance-number.ts';
import { russiaPassport } from './ru-passport.ts';
import { russiaTaxNumber } from './ru-tax-number.ts';
import { russiaTravelPassport } from './ru-travel-passport.ts';

const formats: readonly NumberFormat[] = [
  belarusPersonalNumber,
  belarusPassport,
  belarusTaxNumber,
  russiaPassport,
  russiaTravelPassport,
  russiaTaxNumber,
  russiaInsuranceNumber,
];

/** The parts of a document that tell it apart. */
interface DocumentNumber {
  kind: DocumentKind;
  issuer: string;
  number: string;
}

/**
 * A document's number as it is compared, and what its own check digits say. Which format applies is a matter of the issuing
 * state, whichever agency records it; a number of any other state or kind is taken as it is. A number that cannot be of its
 * kind is refused.
 */
export function checkDocumentNumber({
  kind,
  issuer,
  number: given,
}: DocumentNumber): CheckResult<{ number: string; checksum: Checksum }> {
  const format = formats.find((known) => known.kind === kind && known.issuer === issuer);
  const compact = compactNumber(given);
  const number = format?.latin ? latinLetters(compact) : compact;
  if (format && !format.form.test(number)) {
    const message = `A number of this kind, issued by ${format.issuer}, must be ${format.inWords}: correct it, or the kind or the issuer.`;
    return refuse('MALFORMED_NUMBER', message, 'number');
  }
  if (number === '')
    return refuse('MALFORMED_NUMBER', 'This has neither a letter nor a digit: give the number.', 'number');
  return { value: { number, checksum: format?.checksum?.(number) ?? 'NONE' } };
}
