import type { SearchCriteria } from '../../../../../terms/search-exchange.ts';
import { checkEmail } from '../contacts/check-email.ts';
import { checkMessengerAccount } from '../contacts/check-messenger-account.ts';
import { checkPhone } from '../contacts/check-phone.ts';
import { checkImei } from '../infrastructure/check-device.ts';
import { accountOf } from '../instruments/account-of.ts';
import { checkWallet } from '../instruments/check-wallet.ts';
import { criterionText, refused, sound } from './criterion-text.ts';

type CriterionValue<Name extends keyof SearchCriteria> = NonNullable<SearchCriteria[Name]>;

/** In characters; as long as what is recorded may be. */
const longest = { contact: 200, service: 60, account: 60, address: 120, number: 40 } as const;

const contactPlace = (kind: string) => ({ field: 'contacts', key: 'value', of: { kind } });
const instrumentPlace = (key: string) => ({ field: 'instruments', key, of: {} });

/** @throws RefusedCriterion */
export function readPhone(raw: string): string {
  const text = criterionText('phone', raw, { most: longest.number, place: contactPlace('PHONE') });
  return sound('phone', checkPhone(text));
}

/** @throws RefusedCriterion */
export function readEmail(raw: string): string {
  const text = criterionText('email', raw, { most: longest.contact, place: contactPlace('EMAIL') });
  const email = sound('email', checkEmail(text));
  // The DNS writes a domain in other letters much longer.
  if (email.length > longest.contact) throw refused('email', 'This is too long for an e-mail address.');
  return email;
}

/** @throws RefusedCriterion */
export function readMessenger(given: CriterionValue<'messenger'>): CriterionValue<'messenger'> {
  const service = criterionText('messenger.service', given.service, { most: longest.service });
  const path = 'messenger.account';
  const text = criterionText(path, given.account, {
    most: longest.contact,
    place: contactPlace('MESSENGER'),
  });
  return { service, account: sound(path, checkMessengerAccount(text)) };
}

/** @throws RefusedCriterion */
export const readAccount = (raw: string): string =>
  accountOf(criterionText('account', raw, { most: longest.account, place: instrumentPlace('account') }));

function digits(path: string, raw: string, count: number, inWords: string): string {
  const text = criterionText(path, raw, { most: longest.number });
  if (text.length === count && /^\d+$/.test(text)) return text;
  throw refused(path, `This must be the ${inWords} digits of the card, and nothing else.`);
}

/** @throws RefusedCriterion */
export const readCard = ({ first6, last4 }: CriterionValue<'card'>): CriterionValue<'card'> => ({
  first6: digits('card.first6', first6, 6, 'first six'),
  last4: digits('card.last4', last4, 4, 'last four'),
});

export interface GivenWallet {
  chain: Parameters<typeof checkWallet>[0];
  address: string;
}

/** @throws RefusedCriterion */
export function readWallet({ chain, address }: GivenWallet): CriterionValue<'wallet'> {
  const path = 'wallet.address';
  const text = criterionText(path, address, { most: longest.address, place: instrumentPlace('address') });
  return { chain, address: sound(path, checkWallet(chain, text)) };
}

/**
 * The digits that identify the device. Records may have its check digit or the version of its software, which say
 * nothing more.
 */
export function readImei(raw: string): string {
  const place = { field: 'infrastructure', key: 'value', of: { kind: 'IMEI' } };
  const text = criterionText('imei', raw, { most: longest.number, place });
  const plain = text.replace(/[\s\p{Pd}./]/gu, '');
  if (/^\d{14}$/.test(plain)) return plain;
  const { compared, checksum } = sound('imei', checkImei(text));
  if (checksum === 'FAILED')
    throw refused('imei', 'Its check digit is wrong: compare the number with the device.');
  return compared;
}
