import type { SharedKind } from '../../../../terms/evidence.ts';
import { folded } from './text/folded.ts';

/** A thing that two persons can share, in the one form in which it is compared. */
export interface SharedThing {
  kind: SharedKind;
  value: string;
}

const shared = (kind: SharedKind, value: string): SharedThing => ({ kind, value });

export const phoneForm = (phone: string): SharedThing => shared('PHONE', phone);

/** An e-mail address as a whole in lower case: few hosts tell addresses apart by case, and people write them as they like. */
export const emailForm = (email: string): SharedThing => shared('EMAIL', email.toLowerCase());

export const messengerForm = (service: string, account: string): SharedThing =>
  shared('MESSENGER', `${folded(service)} ${folded(account)}`);

export const accountForm = (account: string): SharedThing => shared('ACCOUNT', folded(account));

/**
 * Ten digits of a card, which a few others share. The score sees to it that they count only with another kind: shared
 * things by themselves make an association, and never a candidate.
 */
export const cardForm = (first6: string, last4: string): SharedThing => shared('CARD', `${first6} ${last4}`);

/** The address unchanged, since case tells addresses apart on most chains; on Ethereum it is a checksum (EIP-55). */
export const walletForm = (chain: string, address: string): SharedThing =>
  shared('WALLET', `${chain} ${chain === 'ETH' ? address.toLowerCase() : address}`);

/** The digits that identify the device: a check digit, or the version of its software, comes after them. */
export const imeiForm = (imei: string): SharedThing => shared('IMEI', imei.slice(0, 14));
