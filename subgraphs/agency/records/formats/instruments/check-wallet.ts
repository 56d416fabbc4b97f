import { btc, eth, ltc, sol, trx, xmr } from '@ensdomains/address-encoder/coins';
import { keccak_256 } from '@noble/hashes/sha3';
import type { walletChains } from '../../../../../terms/enums.ts';
import { type CheckResult, refuse } from '../../problem.ts';

type Chain = (typeof walletChains)[number];

interface Coder {
  decode: (address: string) => Uint8Array;
  encode: (bytes: Uint8Array) => string;
}

const coders: Record<Chain, Coder> = { BTC: btc, ETH: eth, LTC: ltc, TRX: trx, SOL: sol, XMR: xmr };

/** Network bytes of Monero's main chain: standard, integrated and subaddresses. */
const moneroLengths: Readonly<Record<number, number>> = { 18: 69, 19: 77, 42: 69 };

/** The last four bytes are the beginning of the Keccak-256 of all before; the coder does not look at them. */
function isMonero(bytes: Uint8Array): boolean {
  const hash = keccak_256(bytes.subarray(0, -4));
  return (
    moneroLengths[bytes[0] ?? 0] === bytes.length && bytes.subarray(-4).every((byte, at) => byte === hash[at])
  );
}

/** Further checks beyond the coders: the form of other chains' addresses may be the same. */
const further: Partial<Record<Chain, (bytes: Uint8Array) => boolean>> = {
  TRX: (bytes) => bytes.length === 21 && bytes[0] === 0x41,
  XMR: isMonero,
};

/** The bytes of the address, or undefined; the coders throw for addresses that they cannot read. */
function decoded(chain: Chain, address: string): Uint8Array | undefined {
  try {
    return coders[chain].decode(address);
  } catch {
    return undefined;
  }
}

/** A wallet's address in the one spelling that its chain gives it, such as EIP-55's capitals for ETH. SOL has no checksum. */
export function checkWallet(chain: Chain, address: string): CheckResult<string> {
  const bytes = decoded(chain, address);
  if (bytes && (further[chain]?.(bytes) ?? true)) return { value: coders[chain].encode(bytes) };
  return refuse(
    'ADDRESS_INVALID',
    `This is not an address of ${chain}, or it was copied with a mistake: copy the whole address again, or correct the chain.`,
  );
}
