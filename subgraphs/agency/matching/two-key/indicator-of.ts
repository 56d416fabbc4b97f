import type { IndicatorKind, InfrastructureKind } from '../../../../terms/enums.ts';
import { checkEmail } from '../../records/formats/contacts/check-email.ts';
import { checkPhone } from '../../records/formats/contacts/check-phone.ts';
import { checkDocumentNumber } from '../../records/formats/documents/check-document-number.ts';
import { accountOf } from '../../records/formats/instruments/account-of.ts';
import { checkWallet } from '../../records/formats/instruments/check-wallet.ts';
import { accountForm, emailForm, phoneForm, walletForm } from '../../records/formats/shared-things.ts';
import type { CheckResult } from '../../records/problem.ts';
import type { Contact } from '../../records/values/contacts.ts';
import type { IdentityDocument } from '../../records/values/documents.ts';
import { comparedInfrastructure, type Infrastructure } from '../../records/values/infrastructure.ts';
import type { PaymentInstrument } from '../../records/values/instruments.ts';
import type { LocatedValue } from '../../records/values/values-of.ts';
import { documentForms } from '../document-forms.ts';
import type { Indicator } from './indicator.ts';

const indicator = (kind: IndicatorKind, value: string | undefined): Indicator | undefined =>
  value ? { kind, value } : undefined;

const checked = <Value>(result: CheckResult<Value>): Value | undefined =>
  'value' in result ? result.value : undefined;

/** A number of a kind that nobody has named may be of anything, and has none. */
function ofDocument(document: IdentityDocument): Indicator | undefined {
  const number = checked(checkDocumentNumber(document));
  if (!number || number.checksum === 'FAILED') return undefined;
  const { nationalIds, passports } = documentForms([{ ...document, ...number }]);
  const [national] = nationalIds;
  return indicator('DOCUMENT', national ? `${national.kind} ${national.number}` : passports[0]);
}

function ofContact({ kind, value }: Contact): Indicator | undefined {
  switch (kind) {
    case 'PHONE': {
      const phone = checked(checkPhone(value));
      return indicator('PHONE', phone && phoneForm(phone).value);
    }
    case 'EMAIL': {
      const email = checked(checkEmail(value));
      return indicator('EMAIL', email && emailForm(email).value);
    }
    case 'MESSENGER':
      return undefined;
  }
}

function ofInstrument({ kind, account, chain, address }: PaymentInstrument): Indicator | undefined {
  if (kind === 'ACCOUNT' && account) return indicator('ACCOUNT', accountForm(accountOf(account)).value);
  if (kind === 'WALLET' && chain && address) {
    const wallet = checked(checkWallet(chain, address));
    return indicator('WALLET', wallet && walletForm(chain, wallet).value);
  }
  return undefined;
}

const ofInfrastructureKind: Partial<Record<InfrastructureKind, IndicatorKind>> = {
  IMEI: 'IMEI',
  DOMAIN: 'DOMAIN',
  MALWARE_SAMPLE: 'MALWARE_SAMPLE',
  SIM_BOX: 'SIM_BOX',
  SIP_TRUNK: 'SIP_TRUNK',
};

function ofInfrastructure({ kind, value }: Infrastructure): Indicator | undefined {
  const known = ofInfrastructureKind[kind];
  return known && indicator(known, comparedInfrastructure(kind, value));
}

/**
 * The identifier that a value of a dossier is, in the form in which it is compared. A value that is no identifier, that cannot be of
 * its kind, or whose check digit disagrees has none: it would match another person's.
 */
export function indicatorOf({ field, value }: LocatedValue): Indicator | undefined {
  switch (field) {
    case 'documents':
      return ofDocument(value as IdentityDocument);
    case 'contacts':
      return ofContact(value as Contact);
    case 'instruments':
      return ofInstrument(value as PaymentInstrument);
    case 'infrastructure':
      return ofInfrastructure(value as Infrastructure);
    default:
      return undefined;
  }
}
