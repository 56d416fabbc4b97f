import type { Agency } from '../../../terms/agencies.ts';
import { type ProvisionListedFragment, ProvisionsOfOwnDocuments } from '../../generated/operations.ts';
import type { Answer } from '../../wire/answer.ts';
import { dataOf, type OwnOperation, operationOf } from '../../wire/operation-of.ts';

/** A provision of the agency's closed list. */
export type Provision = ProvisionListedFragment;

export const noProvisions: readonly Provision[] = [];

export const provisionsOperation = (agency: Agency): OwnOperation =>
  operationOf(ProvisionsOfOwnDocuments[agency], {});

/** The agency's list of provisions in an answer. */
export const provisionsIn = (answer: Answer, agency: Agency): readonly Provision[] =>
  dataOf(ProvisionsOfOwnDocuments[agency], answer)?.agency?.provisions ?? noProvisions;
