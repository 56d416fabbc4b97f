import { type Blinded, blind } from '../../../subgraphs/agency/matching/two-key/blind.ts';
import { evaluate } from '../../../subgraphs/agency/matching/two-key/evaluate.ts';
import {
  type EvaluationKey,
  newEvaluationKey,
} from '../../../subgraphs/agency/matching/two-key/evaluation-key.ts';
import { finish } from '../../../subgraphs/agency/matching/two-key/finish.ts';
import { groupIsReady } from '../../../subgraphs/agency/matching/two-key/group.ts';
import type { Indicator } from '../../../subgraphs/agency/matching/two-key/indicator.ts';
import { indicatorTokenOf } from '../../../subgraphs/agency/matching/two-key/indicator-token-of.ts';

await groupIsReady;

/** The keys of two agencies, each of which is a test's here. */
export interface TwoKeys {
  BELARUS: EvaluationKey;
  RUSSIA: EvaluationKey;
}

export type TwoAgency = keyof TwoKeys;

export const newTwoKeys = (): TwoKeys => ({ BELARUS: newEvaluationKey(), RUSSIA: newEvaluationKey() });

export const otherOf = (agency: TwoAgency): TwoAgency => (agency === 'BELARUS' ? 'RUSSIA' : 'BELARUS');

/** What must be there, since nothing was done wrong. */
export function done<Result extends { kind: string }>(result: Result): Exclude<Result, { kind: 'refused' }> {
  if (result.kind === 'refused') throw new Error(`refused: ${JSON.stringify(result)}`);
  return result as Exclude<Result, { kind: 'refused' }>;
}

/** Elements of what an agency has blinded, evaluated by the other and finished. */
export function elementsOfBatch(keys: TwoKeys, agency: TwoAgency, batch: readonly Blinded[]): Uint8Array[] {
  const [own, other] = [keys[agency], keys[otherOf(agency)]];
  const answer = done(
    evaluate(
      other,
      batch.map(({ element }) => element),
    ),
  );
  return done(finish({ own, other: other.publicKey, batch, answer })).elements;
}

/** Elements of an agency's identifiers. */
export const elementsOf = (
  keys: TwoKeys,
  agency: TwoAgency,
  indicators: readonly Indicator[],
): Uint8Array[] =>
  elementsOfBatch(
    keys,
    agency,
    indicators.map((indicator) => blind(indicator)),
  );

/** The token of an element that an agency tells, in hex. */
export const tokenText = (element: Uint8Array | undefined, teller: TwoAgency, epoch = '2026'): string =>
  Buffer.from(indicatorTokenOf({ epoch, teller }, element ?? new Uint8Array())).toString('hex');
