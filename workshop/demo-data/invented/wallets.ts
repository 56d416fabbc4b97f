import { createHash } from 'node:crypto';
import { btc, eth, ltc, sol, trx, xmr } from '@ensdomains/address-encoder/coins';
import { keccak_256 } from '@noble/hashes/sha3';
import type { walletChains } from '../../../terms/enums.ts';
import { idFrom } from '../chance/ids.ts';
import type { Random } from '../chance/random.ts';

type Chain = (typeof walletChains)[number];

const sha256 = (label: string): Buffer => createHash('sha256').update(label).digest();

/** What a chain hashes keys or scripts to, here the hash of a label: nobody has a key that leads to it. */
const hash160 = (label: string): Buffer => sha256(label).subarray(0, 20);

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');

/** A script that pays to a witness of version 0: an address in bech32. */
const toWitness = (label: string) => Buffer.concat([bytes('0014'), hash160(label)]);
/** A script that pays to the hash of a public key: an address in Base58Check. */
const toKey = (label: string) => Buffer.concat([bytes('76a914'), hash160(label), bytes('88ac')]);

/** A standard address of Monero's main chain: 18, two public keys, and the beginning of the Keccak-256 of all before. */
function moneroBytes(label: string): Buffer {
  const keys = Buffer.concat([bytes('12'), sha256(`${label} spend`), sha256(`${label} view`)]);
  return Buffer.concat([keys, keccak_256(keys).subarray(0, 4)]);
}

const addresses: Record<Chain, (label: string, random: Random) => string> = {
  BTC: (label, random) => btc.encode(random.chance(0.6) ? toWitness(label) : toKey(label)),
  ETH: (label) => eth.encode(hash160(label)),
  LTC: (label) => ltc.encode(toWitness(label)),
  TRX: (label) => trx.encode(Buffer.concat([bytes('41'), hash160(label)])),
  SOL: (label) => sol.encode(sha256(label)),
  XMR: (label) => xmr.encode(moneroBytes(label)),
};

/** A well-formed address, with a right checksum where its chain has one, that nobody can spend from. */
export function wallet(random: Random): { chain: Chain; address: string } {
  const chain = random.weighted<Chain>([
    ['TRX', 36],
    ['BTC', 28],
    ['ETH', 15],
    ['XMR', 9],
    ['LTC', 6],
    ['SOL', 6],
  ]);
  return { chain, address: addresses[chain](`concord demo wallet ${idFrom(random, 16)}`, random) };
}
