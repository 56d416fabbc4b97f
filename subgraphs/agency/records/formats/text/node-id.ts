import { createHmac, type KeyObject } from 'node:crypto';
import { crockfordAlphabet } from '../../../../../terms/crockford-alphabet.ts';

/**
 * Names what several dossiers may share, such as a wallet: under one key the same kind and parts always give the same id. Without the key
 * nobody can tell what an id is of, even by trying out all numbers of a kind.
 */
export type NodeIdOf = (kind: string, ...parts: readonly string[]) => string;

/** The way in which one agency names what its dossiers share, under a key that no other agency has. */
export interface NodeNaming {
  /** Tells this key from others; it is stored beside the ids that are under it. */
  key: string;
  idOf: NodeIdOf;
}

const length = 20;

/** The first 100 of 256 bits, five for each character. */
function inCharacters(digest: string): string {
  const bits = BigInt(`0x${digest.slice(0, (length * 5) / 4)}`);
  const digits = bits.toString(32).padStart(length, '0');
  return [...digits].map((digit) => crockfordAlphabet.charAt(Number.parseInt(digit, 32))).join('');
}

export function nodeNaming(key: KeyObject): NodeNaming {
  const digestOf = (text: string): string => createHmac('sha256', key).update(text).digest('hex');
  return {
    key: digestOf('concord-node-key').slice(0, 16),
    idOf: (kind, ...parts) => `N${inCharacters(digestOf([kind, ...parts].join('\0')))}`,
  };
}
