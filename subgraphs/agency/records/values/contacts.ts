import { z } from 'zod';
import { contactKinds } from '../../../../terms/enums.ts';
import { inputText, inputValue, oneOf, optionalText, requiredText, type StoredValue } from './value.ts';

export const contactInput = inputValue({
  kind: z.enum(contactKinds),
  value: inputText().describe("A phone in any usual form, with the country's code; it is recorded in E.164."),
  service: inputText(60).optional().describe('The messenger service; for MESSENGER.'),
}).refine((contact) => (contact.kind === 'MESSENGER') === (contact.service !== undefined), {
  path: ['service'],
  message: 'must be given for MESSENGER, and only for it',
});

export type Contact = StoredValue<z.infer<typeof contactInput>>;

export const storedContact = {
  kind: oneOf(contactKinds),
  value: requiredText,
  service: optionalText,
};
