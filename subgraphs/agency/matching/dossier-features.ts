import type { InformationClass } from '../../../terms/enums.ts';
import type { Contact } from '../records/values/contacts.ts';
import type { DossierValues } from '../records/values/dossier-values.ts';
import type { Infrastructure } from '../records/values/infrastructure.ts';
import type { PaymentInstrument } from '../records/values/instruments.ts';
import { classOfValue, type ValueField } from '../records/values/values-of.ts';
import { birthPlaceForms } from './birth-place.ts';
import { birthFeatures, type Features, nameFeatures } from './features.ts';
import * as forms from './forms.ts';

type Shared = Features['shared'][number];

function ofContact({ kind, value, service = '' }: Contact): Shared {
  switch (kind) {
    case 'PHONE':
      return forms.phoneForm(value);
    case 'EMAIL':
      return forms.emailForm(value);
    case 'MESSENGER':
      return forms.messengerForm(service, value);
  }
}

function ofInstrument(instrument: PaymentInstrument): Shared[] {
  const { kind, account = '', cardFirst6 = '', cardLast4 = '', chain = '', address = '' } = instrument;
  switch (kind) {
    case 'ACCOUNT':
      return [forms.accountForm(account)];
    case 'CARD':
      return [forms.cardForm(cardFirst6, cardLast4)];
    case 'WALLET':
      return [forms.walletForm(chain, address)];
    case 'CASH_OUT_POINT':
      return [];
  }
}

const isSound = ({ checksum }: { checksum: Infrastructure['checksum'] }): boolean => checksum !== 'FAILED';

/**
 * What of a dossier is compared. A number whose check digits disagree is kept in the dossier and compares with nothing: it
 * may be another person's.
 * @param readable whether the values of a class are to be compared
 */
export function dossierFeatures(
  values: Partial<DossierValues>,
  readable: (informationClass: InformationClass) => boolean,
): Features {
  const read = <Field extends ValueField>(field: Field): Partial<DossierValues>[Field] | undefined =>
    readable(classOfValue[field]) ? values[field] : undefined;
  const [birth, birthPlace, sex] = [read('birth'), read('birthPlace'), read('sex')?.sex];
  const devices = read('infrastructure')?.filter((item) => item.kind === 'IMEI' && isSound(item));
  return {
    names: (read('names') ?? []).filter(({ kind }) => kind !== 'HANDLE').flatMap(nameFeatures),
    births: birth ? [birthFeatures(birth.date)] : [],
    ...(sex === 'FEMALE' && { isWoman: true }),
    ...(sex && { sex }),
    birthPlace: birthPlace ? birthPlaceForms(birthPlace) : [],
    ...forms.documentForms(read('documents')?.filter(isSound) ?? []),
    shared: [
      ...(read('contacts') ?? []).map(ofContact),
      ...(read('instruments') ?? []).flatMap(ofInstrument),
      ...(devices ?? []).map(({ value }) => forms.imeiForm(value)),
    ],
  };
}
