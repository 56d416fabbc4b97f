import { createHash, randomBytes } from 'node:crypto';
import type { Comparable } from '../../../subgraphs/agency/matching/two-key/blind.ts';
import type { CurvePool } from '../../../subgraphs/agency/matching/two-key/curve-pool.ts';

const order = 1n << 256n;
const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
const bytesOf = (number: bigint): Uint8Array =>
  new Uint8Array(Buffer.from((((number % order) + order) % order).toString(16).padStart(64, '0'), 'hex'));

const textOf = (given: Comparable): string =>
  JSON.stringify([given.kind, given.value, 'week' in given ? given.week : null]);

/** Stands for the group: sums in place of products, so that both agencies come to one element, and nothing is hidden. */
export const standInCurve: Pick<CurvePool, 'blind' | 'evaluate' | 'finish'> = {
  blind: async (slots) =>
    slots.map((slot) => {
      const blind = randomBytes(32);
      const input = slot ? createHash('sha256').update(textOf(slot)).digest() : randomBytes(32);
      return { blind: new Uint8Array(blind), element: bytesOf(numberOf(input) + numberOf(blind)) };
    }),
  evaluate: async ({ secretKey }, elements) => ({
    kind: 'evaluated',
    evaluated: elements.map((element) => bytesOf(numberOf(element) + numberOf(secretKey))),
    proof: new Uint8Array(64),
  }),
  finish: async ({ own, batch, answer }) => ({
    kind: 'finished',
    elements: answer.evaluated.map((element, place) =>
      bytesOf(
        numberOf(element) - numberOf(batch[place]?.blind ?? new Uint8Array(32)) + numberOf(own.secretKey),
      ),
    ),
  }),
};
