import { z } from 'zod';
import { type InstrumentKind, instrumentKinds, walletChains } from '../../../../terms/enums.ts';
import { accountOf } from '../formats/instruments/account-of.ts';
import { checkWallet } from '../formats/instruments/check-wallet.ts';
import { accountForm, cardForm, walletForm } from '../formats/shared-things.ts';
import { folded } from '../formats/text/folded.ts';
import { always, freeTexts, never } from '../formats/text/free-text.ts';
import { isWordedName } from '../formats/text/looks-worded.ts';
import { nodeId } from '../formats/text/node-id.ts';
import { under } from '../problem.ts';
import { demandParts, type PartsByKind } from './parts-by-kind.ts';
import { inputIdentifier, inputText } from './value.ts';
import { listKind, type ValueOfKind } from './value-kind.ts';

const partsByKind: PartsByKind<InstrumentKind> = {
  ACCOUNT: { needed: ['account'], optional: ['bank', 'use'] },
  CARD: { needed: ['cardFirst6', 'cardLast4'], optional: ['bank'] },
  WALLET: { needed: ['chain', 'address'], optional: ['use'] },
  CASH_OUT_POINT: { needed: ['place'], optional: ['bank'] },
};

const input = inputIdentifier({
  kind: z.enum(instrumentKinds),
  account: inputText(60).optional(),
  bank: inputText().optional(),
  cardFirst6: z
    .string()
    .regex(/^\d{6}$/, 'must be the first six digits')
    .optional(),
  cardLast4: z
    .string()
    .regex(/^\d{4}$/, 'must be the last four digits')
    .optional(),
  chain: z.enum(walletChains).optional(),
  address: inputText(120).optional(),
  place: inputText().optional(),
}).superRefine(demandParts(partsByKind));

/** Means of payment. A full card number is never recorded: the first six and the last four digits tell issuer and card well enough. */
export const instruments = listKind({
  class: 'FINANCIAL',
  most: 100,
  input,
  partsByKind,
  // Names what several dossiers may share: the same wallet, account or card has the same node.
  derived: { node: z.string() },
  /**
   * An account is told by its number alone, since banks are written in many ways; a card by its first six and last four
   * digits, which few others have.
   */
  check({ provenance: _, ...instrument }) {
    const {
      kind,
      account = '',
      cardFirst6 = '',
      cardLast4 = '',
      chain,
      address = '',
      place = '',
    } = instrument;
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
  },
  texts: ({ account, bank, place, address }) => [
    ...freeTexts(always, bank, place),
    ...freeTexts(isWordedName, account),
    ...freeTexts(never, address),
  ],
  sharedThings({ kind, account = '', cardFirst6 = '', cardLast4 = '', chain = '', address = '' }) {
    switch (kind) {
      case 'ACCOUNT':
        return [accountForm(account)];
      case 'CARD':
        return [cardForm(cardFirst6, cardLast4)];
      case 'WALLET':
        return [walletForm(chain, address)];
      case 'CASH_OUT_POINT':
        return [];
    }
  },
});

export type PaymentInstrument = ValueOfKind<typeof instruments>;
