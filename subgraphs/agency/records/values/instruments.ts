import { z } from 'zod';
import {
  type InstrumentKind,
  instrumentKinds,
  type WalletChain,
  walletChains,
} from '../../../../terms/enums.ts';
import { accountOf } from '../formats/instruments/account-of.ts';
import { checkWallet } from '../formats/instruments/check-wallet.ts';
import { accountForm, cardForm, walletForm } from '../formats/shared-things.ts';
import { folded } from '../formats/text/folded.ts';
import { always, freeTexts, never } from '../formats/text/free-text.ts';
import { isWordedName } from '../formats/text/looks-worded.ts';
import type { NodeIdOf } from '../formats/text/node-id.ts';
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

interface InstrumentParts {
  kind: InstrumentKind;
  account?: string | undefined;
  cardFirst6?: string | undefined;
  cardLast4?: string | undefined;
  chain?: WalletChain | undefined;
  address?: string | undefined;
  place?: string | undefined;
}

/**
 * The id of an instrument as it is recorded: the same wallet, account or card has the same one. An account is told by its number alone, since
 * banks are written in many ways; a card by its first six and last four digits, which few others have.
 */
export function instrumentNode(
  idOf: NodeIdOf,
  { kind, account = '', cardFirst6 = '', cardLast4 = '', chain, address = '', place = '' }: InstrumentParts,
): string {
  if (kind === 'ACCOUNT') return idOf(kind, folded(account));
  if (kind === 'CARD') return idOf(kind, cardFirst6, cardLast4);
  if (kind === 'CASH_OUT_POINT' || !chain) return idOf(kind, folded(place));
  return idOf(kind, chain, chain === 'ETH' ? address.toLowerCase() : address);
}

/** Means of payment. A full card number is never recorded: the first six and the last four digits tell issuer and card well enough. */
export const instruments = listKind({
  class: 'FINANCIAL',
  most: 100,
  input,
  partsByKind,
  // Names what several dossiers may share: the same wallet, account or card has the same node.
  derived: { node: z.string() },
  check({ provenance: _, ...instrument }, { nodeIdOf }) {
    const { kind, account = '', chain, address = '' } = instrument;
    const named = <Given extends InstrumentParts>(given: Given) => ({
      value: { ...given, node: instrumentNode(nodeIdOf, given) },
    });
    if (kind === 'ACCOUNT') return named({ ...instrument, account: accountOf(account) });
    if (kind !== 'WALLET' || !chain) return named(instrument);
    const wallet = checkWallet(chain, address);
    if ('problems' in wallet) return { problems: under('address', wallet.problems) };
    return named({ ...instrument, address: wallet.value });
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
