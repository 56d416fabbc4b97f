import { findProvision, type Provision } from '../../../codes-of-procedure/provision.ts';
import type { Measure } from '../dossiers/values/conduct.ts';
import type { Contact } from '../dossiers/values/contacts.ts';
import type { Infrastructure } from '../dossiers/values/infrastructure.ts';
import type { PaymentInstrument } from '../dossiers/values/instruments.ts';
import type { PersonName } from '../dossiers/values/names.ts';
import type { BirthPlace } from '../dossiers/values/person.ts';
import type { LocatedValue } from '../dossiers/values-of.ts';

/** Infrastructure whose value is a title that an officer words, and no number, address or hash. */
const worded: readonly Infrastructure['kind'][] = ['MALWARE_FAMILY', 'RANSOM_NOTE'];

const given = (...texts: (string | undefined)[]): string[] => texts.flatMap((text) => text ?? []);

/**
 * The texts of a value that its officer has worded freely: no form, check or closed list says what stands in them, so that words
 * about a person's opinions could. Names, numbers and addresses are not among them.
 */
export function wordedTextsOf({ field, value }: LocatedValue): string[] {
  switch (field) {
    case 'names':
      return given((value as PersonName).handle);
    case 'birthPlace':
      return given((value as BirthPlace).place);
    case 'contacts':
      return given((value as Contact).service);
    case 'instruments': {
      const { bank, place } = value as PaymentInstrument;
      return given(bank, place);
    }
    case 'infrastructure': {
      const item = value as Infrastructure;
      return given(worded.includes(item.kind) ? item.value : undefined, item.model);
    }
    default:
      return [];
  }
}

/**
 * All free texts of a stored value: those above, and the ground of a measure that stands on no listed provision, as records of before
 * the list may.
 */
export function freeTextsOf(located: LocatedValue, provisions: readonly Provision[]): string[] {
  if (located.field !== 'measures') return wordedTextsOf(located);
  const { ground } = located.value as Measure;
  return findProvision(provisions, ground) ? [] : [ground];
}
