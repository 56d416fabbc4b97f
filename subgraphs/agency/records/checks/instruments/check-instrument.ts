import { type Outcome, under } from '../../problem.ts';
import type { Content } from '../../values/checked-value.ts';
import type { Additions } from '../../values/dossier-input.ts';
import { nodeId } from '../text/node-id.ts';
import { compactNumber, folded } from '../text/normal-form.ts';
import { checkWallet } from './wallet.ts';

/** An account number without spaces; the name of an account, such as an e-mail address, as it is. */
export function accountOf(text: string): string {
  const compact = compactNumber(text);
  return /^(?=.*\d)[A-Z0-9]+$/.test(compact) ? compact : text;
}

/**
 * An instrument with what it shares with other dossiers. An account is told by its number alone, since banks are written in
 * many ways; a card by its first six and last four digits, which few others have.
 */
export function checkInstrument({
  provenance: _,
  ...instrument
}: Additions['instruments'][number]): Outcome<Content<'instruments'>> {
  const { kind, account = '', cardFirst6 = '', cardLast4 = '', chain, address = '', place = '' } = instrument;
  if (kind === 'ACCOUNT') {
    const number = accountOf(account);
    return { value: { ...instrument, account: number, node: nodeId(kind, folded(number)) } };
  }
  if (kind === 'CARD') return { value: { ...instrument, node: nodeId(kind, cardFirst6, cardLast4) } };
  if (kind === 'CASH_OUT_POINT' || !chain)
    return { value: { ...instrument, node: nodeId(kind, folded(place)) } };
  const wallet = checkWallet(chain, address);
  if ('problems' in wallet) return { problems: under('address', wallet.problems) };
  const compared = chain === 'ETH' ? wallet.value.toLowerCase() : wallet.value;
  return { value: { ...instrument, address: wallet.value, node: nodeId(kind, chain, compared) } };
}
