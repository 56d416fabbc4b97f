import type { Agency } from '../../../terms/agencies.ts';
import { type Gap, gapOf } from '../../answer/gap.ts';
import { type ProvisionListedFragment, ProvisionsOfOwnDocuments } from '../../generated/operations.ts';
import type { Answer } from '../../wire/answer.ts';
import { dataOf, type OwnOperation, operationOf } from '../../wire/operation-of.ts';

/** A provision of the agency's closed list. */
export type Provision = ProvisionListedFragment;

export const provisionsOperation = (agency: Agency): OwnOperation =>
  operationOf(ProvisionsOfOwnDocuments[agency], {});

/** The agency's list of provisions in an answer, or the reason why it is not told. */
export function provisionsIn(
  answer: Answer,
  agency: Agency,
): { provisions: readonly Provision[] } | { gap: Gap } {
  const document = ProvisionsOfOwnDocuments[agency];
  const provisions = dataOf(document, answer)?.agency?.provisions;
  return provisions ? { provisions } : { gap: gapOf(document, answer, ['agency', 'provisions']) };
}
