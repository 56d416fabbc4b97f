import type { CheckResult } from '../../problem.ts';
import { checkPhone } from './check-phone.ts';

/** Viber and WhatsApp accounts are phones; those of others are names, and may be anything. */
export function checkMessengerAccount(text: string): CheckResult<string> {
  const phone = /^(\+|00)/.test(text) ? checkPhone(text) : undefined;
  return phone && 'value' in phone ? phone : { value: text };
}
