import { nameKeys } from './name-key.ts';
import { surnameFrequencies } from './surname-frequencies.ts';

/** The share of persons whose surname agrees between two records of them, as `weights.ts` has it. */
const agreesOfOne = 0.9;

const bitsOfShare = (share: number): number => Math.round(Math.log2(agreesOfOne / share) * 10) / 10;

let shares: ReadonlyMap<string, number> | undefined;

/** The keys of the surnames of the published table, and the share of people who bear each. */
export function publishedShares(): ReadonlyMap<string, number> {
  shares ??= new Map(
    [...surnameFrequencies].flatMap(([surname, share]) =>
      nameKeys('surname', surname, 'RUSSIAN').map((key): [string, number] => [key, share]),
    ),
  );
  return shares;
}

/**
 * The weight of a surname that agrees, in bits, where so many bear it that it says less than another: Иванов 6.1. Undefined for
 * others, which weigh as `weights.ts` says: no table of both countries' rare surnames is published.
 * @param keys of the surname
 * @param usual the weight of surnames that the table has not
 */
export function surnameBits(keys: readonly string[], usual: number): number | undefined {
  const found = keys.flatMap((key) => publishedShares().get(key) ?? []);
  const bits = bitsOfShare(Math.max(...found));
  return found.length > 0 && bits < usual ? bits : undefined;
}

/** The dossiers that the published table counts for beside an agency's own. */
const published = 5_000;

/**
 * The weight that a surname has among an agency's own dossiers: by how many bear it there, smoothed by the published table, so that
 * few dossiers change little. It is never more than that of surnames of which nothing is known.
 */
export function ownSurnameBits(key: string, bearers: number, dossiers: number, usual: number): number {
  const expected = publishedShares().get(key) ?? agreesOfOne / 2 ** usual;
  return Math.min(usual, bitsOfShare((bearers + expected * published) / (dossiers + published)));
}
