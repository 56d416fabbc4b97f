import fc from 'fast-check';
import { checkWallet } from '../../../../../../subgraphs/agency/records/formats/instruments/check-wallet.ts';
import { walletChains } from '../../../../../../terms/enums.ts';

/** Addresses that the chains' own documents publish as examples. */
const examples = {
  BTC: [
    '1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2',
    '3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy',
    'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq',
    'bc1p5d7rjq7g6rdk2yhzks9smlaqtedr4dekq08ge8ztwac72sfr9rusxg3297',
  ],
  ETH: ['0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'],
  LTC: [
    'LaMT348PWRnrqeeWArpwQPbuanpXDZGEUz',
    'MQMcJhpWHYVeQArcZR3sBgyPZxxRtnH441',
    'ltc1qdp7p2rpx4a2f80h7a4crvppczgg4egmv5c78w8',
  ],
  TRX: ['TJCnKsPa7y5okkXvQAidZBzqx3QyQ6sxMW'],
  SOL: ['TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA'],
  XMR: [
    '44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A',
    '888tNkZrPN6JsEgekjMnABU4TBzc2Dt29EPAvkRxbANsAnjyPbb3iQ1YBRk1UXcdRsiKc9dhwMVgN5S9cQUiyoogDavup3H',
  ],
} as const;
const all = walletChains.flatMap((chain) => examples[chain].map((address) => [chain, address] as const));
const invalid = { problems: [{ path: '', code: 'ADDRESS_INVALID' }] };

test.each(all)('%s %s is recorded as it is', (chain, address) => {
  expect(checkWallet(chain, address)).toEqual({ value: address });
});

describe('one spelling', () => {
  test.each([
    ['ETH', '0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed', examples.ETH[0]],
    ['ETH', '0x5AAEB6053F3E94C9B9A09F33669435E7EF1BEAED', examples.ETH[0]],
    ['BTC', 'BC1QAR0SRRR7XFKVY5L643LYDNW9RE59GTZZWF5MDQ', 'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq'],
    ['LTC', '3CDJNfdWX8m2NwuGUV3nhXHXEeLygMXoAj', 'MJRSgZ3UUFcTBTBAaN38XAXvZLwRe8WVw7'],
  ] as const)('%s %s is recorded as %s', (chain, address, expected) => {
    expect(checkWallet(chain, address)).toEqual({ value: expected });
  });
});

describe('refused is', () => {
  test('an address of another chain', () => {
    const pairs = all.flatMap(([of, address]) =>
      walletChains.filter((chain) => chain !== of).map((chain) => [chain, address] as const),
    );
    const accepted = pairs.filter(([chain, address]) => 'value' in checkWallet(chain, address));
    // Litecoin once began such addresses with 3, as Bitcoin does: the two cannot be told apart.
    expect(accepted).toEqual([['LTC', '3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy']]);
  });

  test('an address with one character changed, where the chain has a checksum', () => {
    const checked = all.filter(([chain]) => chain !== 'SOL' && chain !== 'ETH');
    fc.assert(
      fc.property(
        fc.constantFrom(...checked),
        fc.nat(),
        fc.constantFrom(...'23456789acdefghjkmn'),
        ([chain, address], place, other) => {
          const at = place % address.length;
          fc.pre(address[at] !== other);
          return 'problems' in checkWallet(chain, address.slice(0, at) + other + address.slice(at + 1));
        },
      ),
    );
  });

  test.each([
    ['ETH', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD', 'whose capitals disagree (EIP-55)'],
    ['ETH', '5aaeb6053f3e94c9b9a09f33669435e7ef1beaed', 'without 0x'],
    ['SOL', 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5', 'that is too short'],
    ['BTC', 'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5md', 'that was cut off'],
    ['BTC', 'tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx', 'of the test network'],
    ['XMR', '9'.repeat(95), 'of another network'],
    ['TRX', '', 'that is empty'],
  ] as const)('a %s address %s, %s', (chain, address, _what) => {
    expect(checkWallet(chain, address)).toMatchObject(invalid);
  });
});
