import { z } from 'zod';
import { type ContactKind, contactKinds } from '../../../../terms/enums.ts';
import { checkEmail } from '../formats/contacts/check-email.ts';
import { checkMessengerAccount } from '../formats/contacts/check-messenger-account.ts';
import { checkPhone } from '../formats/contacts/check-phone.ts';
import { emailForm, messengerForm, phoneForm } from '../formats/shared-things.ts';
import { always, freeTexts, never } from '../formats/text/free-text.ts';
import { isWordedName } from '../formats/text/looks-worded.ts';
import { type CheckResult, under } from '../problem.ts';
import { inputIdentifier, inputText } from './value.ts';
import { listKind, type ValueOfKind } from './value-kind.ts';

const checks: Record<ContactKind, (text: string) => CheckResult<string>> = {
  PHONE: checkPhone,
  EMAIL: checkEmail,
  MESSENGER: checkMessengerAccount,
};

export const contacts = listKind({
  class: 'CONTACT',
  most: 100,
  input: inputIdentifier({
    kind: z.enum(contactKinds),
    value: inputText().describe(
      "A phone in any usual form, with the country's code; it is recorded in E.164.",
    ),
    service: inputText(60).optional().describe('The messenger service; for MESSENGER.'),
  }).refine((contact) => (contact.kind === 'MESSENGER') === (contact.service !== undefined), {
    path: ['service'],
    message: 'must be given for MESSENGER, and only for it',
  }),
  check({ provenance: _, ...contact }) {
    const checked = checks[contact.kind](contact.value);
    if ('problems' in checked) return { problems: under('value', checked.problems) };
    return { value: { ...contact, value: checked.value } };
  },
  texts: ({ kind, value, service }) => [
    ...freeTexts(always, service),
    ...freeTexts(kind === 'PHONE' ? never : isWordedName, value),
  ],
  sharedThings({ kind, value, service = '' }) {
    switch (kind) {
      case 'PHONE':
        return [phoneForm(value)];
      case 'EMAIL':
        return [emailForm(value)];
      case 'MESSENGER':
        return [messengerForm(service, value)];
    }
  },
});

export type Contact = ValueOfKind<typeof contacts>;
