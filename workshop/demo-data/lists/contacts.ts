import type { Contact } from '../../../subgraphs/agency/records/values/contacts.ts';
import { phoneNumber } from '../invented/phone-number.ts';
import { type Draft, provenanceOf, type Recording } from '../people/recording.ts';
import { handleOf } from './names.ts';

export const messengerServices = ['Telegram', 'Viber', 'WhatsApp'] as const;

/** Reserved for documentation by RFC 2606 and RFC 6761; mail to them reaches nobody. */
export const mailDomains = ['example.com', 'example.org', 'example.net', 'mail.example'] as const;

function trueContacts(recording: Recording): Omit<Draft<Contact>, 'provenance'>[] {
  const truth = recording.ofPerson('contacts');
  const handle = handleOf(recording);
  const phones = Array.from({ length: truth.between(1, 3) }, () => phoneNumber(truth));
  const contacts: Omit<Draft<Contact>, 'provenance'>[] = phones.map((value) => ({ kind: 'PHONE', value }));
  for (const service of messengerServices) {
    // Viber and WhatsApp accounts are phone numbers; Telegram's may be a name.
    const value = service === 'Telegram' && truth.chance(0.7) ? `@${handle}` : truth.pick(phones);
    if (truth.chance(0.4)) contacts.push({ kind: 'MESSENGER', value, service });
  }
  if (truth.chance(0.45)) contacts.push({ kind: 'EMAIL', value: `${handle}@${truth.pick(mailDomains)}` });
  return contacts;
}

export function contacts(recording: Recording): Draft<Contact>[] {
  const own = recording.ofAgency('contacts');
  return trueContacts(recording)
    .filter(() => own.chance(0.65))
    .map((contact) => ({ ...contact, provenance: provenanceOf(recording, own) }));
}
