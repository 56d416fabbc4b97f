import type { Additions } from '../../../../../subgraphs/agency/records/values/dossier-input.ts';
import { instruments } from '../../../../../subgraphs/agency/records/values/instruments.ts';
import { provenance, told, valueContext } from '../checks/support/input.ts';

type Given = Omit<Additions['instruments'][number], 'provenance'>;

function recorded(instrument: Given) {
  const checked = instruments.check({ ...instrument, provenance }, valueContext);
  if ('problems' in checked) throw new Error(told(checked).join());
  return checked.value;
}
const sameNode = (one: Given, other: Given) => recorded(one).node === recorded(other).node;

describe('an account', () => {
  test('is recorded without spaces, and is the same at a bank written otherwise', () => {
    const account: Given = { kind: 'ACCOUNT', account: '40817 810 5 0000 0000001', bank: 'Банк «Пример»' };
    expect(recorded(account)).toMatchObject({ account: '40817810500000000001', bank: 'Банк «Пример»' });
    expect(sameNode(account, { kind: 'ACCOUNT', account: '40817810500000000001' })).toBe(true);
    expect(sameNode(account, { kind: 'ACCOUNT', account: '40817810500000000002' })).toBe(false);
  });

  test('with letters is written in capitals', () => {
    expect(recorded({ kind: 'ACCOUNT', account: 'by13 nbrb 3600 9000 0000 2z00 ab00' }).account).toBe(
      'BY13NBRB3600900000002Z00AB00',
    );
  });

  test('that is a name is kept, and is the same in any case', () => {
    const named: Given = { kind: 'ACCOUNT', account: 'Grey.Stork@example.org' };
    expect(recorded(named).account).toBe('Grey.Stork@example.org');
    expect(sameNode(named, { kind: 'ACCOUNT', account: 'grey.stork@EXAMPLE.org' })).toBe(true);
  });
});

test('a card is told by its first six and last four digits', () => {
  const card: Given = { kind: 'CARD', cardFirst6: '220000', cardLast4: '0001', bank: 'Один' };
  expect(sameNode(card, { kind: 'CARD', cardFirst6: '220000', cardLast4: '0001', bank: 'Другой' })).toBe(
    true,
  );
  expect(sameNode(card, { kind: 'CARD', cardFirst6: '220000', cardLast4: '0002' })).toBe(false);
});

describe('a wallet', () => {
  const address = '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed';
  test('is recorded in its chain’s spelling, and is the same in any', () => {
    expect(recorded({ kind: 'WALLET', chain: 'ETH', address: address.toLowerCase() }).address).toBe(address);
    expect(
      sameNode(
        { kind: 'WALLET', chain: 'ETH', address },
        { kind: 'WALLET', chain: 'ETH', address: address.toLowerCase() },
      ),
    ).toBe(true);
  });

  test('of another chain is another, though the address reads the same', () => {
    const both = '3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy';
    expect(
      sameNode(
        { kind: 'WALLET', chain: 'BTC', address: both },
        { kind: 'WALLET', chain: 'LTC', address: both },
      ),
    ).toBe(false);
  });

  test('with a mistake in its address is refused there', () => {
    const checked = instruments.check(
      {
        kind: 'WALLET',
        chain: 'ETH',
        address: address.replace('d', 'D'),
        provenance,
      },
      valueContext,
    );
    expect(told(checked)).toEqual(['address ADDRESS_INVALID']);
  });
});

test('a cash-out point is the same in any case, and another place is another', () => {
  const place: Given = { kind: 'CASH_OUT_POINT', place: 'Минск, банкомат 0001' };
  expect(sameNode(place, { kind: 'CASH_OUT_POINT', place: 'МИНСК,  банкомат 0001' })).toBe(true);
  expect(sameNode(place, { kind: 'CASH_OUT_POINT', place: 'Минск, банкомат 0002' })).toBe(false);
});
