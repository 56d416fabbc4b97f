import { type Outcome, under } from '../../problem.ts';
import type { Content } from '../../values/checked-value.ts';
import type { Additions } from '../../values/dossier-input.ts';
import { checkPhone } from '../text/phone.ts';
import { checkEmail } from './email.ts';

type Given = Additions['contacts'][number];

/** Viber and WhatsApp accounts are phones; those of others are names, and may be anything. */
export function checkMessengerAccount(text: string): Outcome<string> {
  const phone = /^(\+|00)/.test(text) ? checkPhone(text) : undefined;
  return phone && 'value' in phone ? phone : { value: text };
}

const checks = {
  PHONE: checkPhone,
  EMAIL: checkEmail,
  MESSENGER: checkMessengerAccount,
} as const satisfies Record<Given['kind'], (text: string) => Outcome<string>>;

export function checkContact({ provenance: _, ...contact }: Given): Outcome<Content<'contacts'>> {
  const checked = checks[contact.kind](contact.value);
  if ('problems' in checked) return { problems: under('value', checked.problems) };
  return { value: { ...contact, value: checked.value } };
}
