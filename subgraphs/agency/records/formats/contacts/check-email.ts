import { domainToASCII } from 'node:url';
import validator from 'validator';
import { type CheckResult, refuse } from '../../problem.ts';

/**
 * An e-mail address with its domain as the DNS has it: in lower case, and in ASCII. What stands before the `@` is kept: its
 * case may matter (RFC 5321, section 2.4).
 */
export function checkEmail(text: string): CheckResult<string> {
  const at = text.lastIndexOf('@');
  const domain = domainToASCII(text.slice(at + 1));
  if (!validator.isEmail(text) || domain === '') {
    return refuse(
      'EMAIL_INVALID',
      'This is not an e-mail address: give the address alone, such as name@example.org.',
    );
  }
  return { value: `${text.slice(0, at)}@${domain}` };
}
