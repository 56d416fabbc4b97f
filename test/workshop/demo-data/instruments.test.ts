import validator from 'validator';
import { walletChains } from '../../../terms/enums.ts';
import { streamOf } from '../../../workshop/demo-data/chance/random.ts';
import { banks, testPrefixes } from '../../../workshop/demo-data/invented/cards.ts';
import { wallet } from '../../../workshop/demo-data/invented/wallets.ts';
import { everyDossier } from './population.ts';

const instruments = everyDossier.flatMap((dossier) => dossier.instruments);
const ofKind = (kind: string) => instruments.filter((instrument) => instrument.kind === kind);

test('accounts are IBANs of a bank code that nobody has, or in a currency that there is not', () => {
  const accounts = ofKind('ACCOUNT').map(({ account = '' }) => account);
  const [ibans, others] = [true, false].map((isIban) =>
    accounts.filter((account) => account.startsWith('BY') === isIban),
  );
  for (const iban of ibans ?? []) {
    expect(iban).toMatch(/^BY\d\dDEMO3014\d{16}$/);
    expect(validator.isIBAN(iban)).toBe(true);
  }
  for (const account of others ?? []) expect(account).toMatch(/^40817000\d{12}$/);
  expect(Math.min(ibans?.length ?? 0, others?.length ?? 0)).toBeGreaterThan(10);
});

test('cards begin as test cards do', () => {
  for (const { cardFirst6, cardLast4 } of ofKind('CARD')) {
    expect(testPrefixes).toContain(cardFirst6);
    expect(cardLast4).toMatch(/^\d{4}$/);
  }
});

test('banks are invented', () => {
  for (const { bank } of instruments) if (bank !== undefined) expect(banks).toContain(bank);
});

describe('wallets', () => {
  const forms: Record<(typeof walletChains)[number], RegExp> = {
    BTC: /^(bc1q[02-9ac-hj-np-z]{38}|1[1-9A-HJ-NP-Za-km-z]{25,33})$/,
    ETH: /^0x[0-9a-fA-F]{40}$/,
    LTC: /^ltc1q[02-9ac-hj-np-z]{38}$/,
    TRX: /^T[1-9A-HJ-NP-Za-km-z]{33}$/,
    SOL: /^[1-9A-HJ-NP-Za-km-z]{32,44}$/,
    XMR: /^4[1-9A-HJ-NP-Za-km-z]{94}$/,
  };

  test.each(walletChains)('of %s have addresses of its form', (chain) => {
    const addresses = ofKind('WALLET').filter((of) => of.chain === chain);
    expect(addresses.length).toBeGreaterThan(0);
    for (const { address } of addresses) expect(address).toMatch(forms[chain]);
  });

  test('depend on the stream alone', () => {
    expect(wallet(streamOf('one'))).toEqual(wallet(streamOf('one')));
    expect(wallet(streamOf('one'))).not.toEqual(wallet(streamOf('another')));
  });
});
