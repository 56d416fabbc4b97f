import { findProvision, type Provision } from '../../../../../terms/codes-of-procedure/provision.ts';
import type { Measure } from '../../values/conduct.ts';
import type { Contact } from '../../values/contacts.ts';
import type { IdentityDocument } from '../../values/documents.ts';
import type { Infrastructure } from '../../values/infrastructure.ts';
import type { PaymentInstrument } from '../../values/instruments.ts';
import type { PersonName } from '../../values/names.ts';
import type { BirthPlace } from '../../values/person.ts';
import type { LocatedValue } from '../../values/values-of.ts';
import { isSentence, isWordedName, isWordedNumber } from './looks-worded.ts';
import { markedTerms } from './marked-terms.ts';

/** A text that an officer has typed, and whether it is words by its form. */
interface Text {
  text: string;
  isWorded: boolean;
}

const always = () => true;
/** Of a form that the checks see to: an address, a hash, digits. Only a term that is marked makes such a text one of words. */
const never = () => false;

/** Of each kind of infrastructure, the values that are words: titles always, and names of things where they read so. */
const infrastructure: Record<Infrastructure['kind'], (text: string) => boolean> = {
  IMEI: never,
  IMSI: never,
  ICCID: never,
  DOMAIN: never,
  IP_ADDRESS: never,
  MALWARE_SAMPLE: never,
  SIM_BOX: isWordedName,
  SIP_TRUNK: isWordedName,
  MALWARE_FAMILY: always,
  RANSOM_NOTE: always,
};

const given = (isWorded: (text: string) => boolean, ...texts: (string | undefined)[]): Text[] =>
  texts.flatMap((text) => (text === undefined ? [] : [{ text, isWorded: isWorded(text) }]));

/** All texts of a value but the ground of a measure. What is not here is a number, a date, or of a closed list. */
function textsIn({ field, value }: LocatedValue): Text[] {
  switch (field) {
    case 'names': {
      const { handle, surname, givenName, patronymic } = value as PersonName;
      const parts = [surname, givenName, patronymic].flatMap((part) => part ?? []);
      return [...given(always, handle), ...given(isSentence(parts) ? always : never, ...parts)];
    }
    case 'birthPlace':
      return given(always, (value as BirthPlace).place);
    case 'documents':
      return given(isWordedNumber, (value as IdentityDocument).number);
    case 'contacts': {
      const { kind, value: contact, service } = value as Contact;
      return [...given(always, service), ...given(kind === 'PHONE' ? never : isWordedName, contact)];
    }
    case 'instruments': {
      const { account, bank, place, address } = value as PaymentInstrument;
      return [...given(always, bank, place), ...given(isWordedName, account), ...given(never, address)];
    }
    case 'infrastructure': {
      const item = value as Infrastructure;
      return [...given(infrastructure[item.kind], item.value), ...given(always, item.model)];
    }
    default:
      return [];
  }
}

/**
 * The texts of a value that say words about somebody, or could: those that have no form, those that are words where a name or a
 * number is expected, and those that have a marked term. Ordinary names, numbers and addresses are not among them.
 */
export const wordedTextsOf = (located: LocatedValue): string[] =>
  textsIn(located).flatMap(({ text, isWorded }) =>
    isWorded || markedTerms([text]).length > 0 ? [text] : [],
  );

/**
 * All free texts of a stored value: those above, and the ground of a measure that stands on no listed provision, as records of before
 * the list may.
 */
export function freeTextsOf(located: LocatedValue, provisions: readonly Provision[]): string[] {
  if (located.field !== 'measures') return wordedTextsOf(located);
  const { ground } = located.value as Measure;
  return findProvision(provisions, ground) ? [] : [ground];
}
