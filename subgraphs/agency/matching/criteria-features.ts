import type { SearchCriteria } from '../../../terms/search-exchange.ts';
import * as forms from '../records/formats/shared-things.ts';
import { birthPlaceForms } from './birth-place.ts';
import { documentForms } from './document-forms.ts';
import { birthFeatures, type Features, nameFeatures } from './features.ts';

/**
 * The features of a search's criteria; each reading of a name is one that the person may be recorded under.
 * @param options see `nameFeatures`
 */
export function criteriaFeatures(criteria: SearchCriteria, options?: { withInitials: boolean }): Features {
  const { names = [], birthDate, birthPlace, sex, document } = criteria;
  const { phone, email, messenger, account, card, wallet, imei } = criteria;
  return {
    names: names.flatMap((name) => nameFeatures(name, options)),
    births: birthDate ? [birthFeatures(birthDate)] : [],
    ...(sex === 'FEMALE' && { isWoman: true }),
    ...(sex && { sex }),
    birthPlace: birthPlace ? birthPlaceForms(birthPlace) : [],
    ...documentForms(document ? [document] : []),
    shared: [
      ...(phone ? [forms.phoneForm(phone)] : []),
      ...(email ? [forms.emailForm(email)] : []),
      ...(messenger ? [forms.messengerForm(messenger.service, messenger.account)] : []),
      ...(account ? [forms.accountForm(account)] : []),
      ...(card ? [forms.cardForm(card.first6, card.last4)] : []),
      ...(wallet ? [forms.walletForm(wallet.chain, wallet.address)] : []),
      ...(imei ? [forms.imeiForm(imei)] : []),
    ],
  };
}
