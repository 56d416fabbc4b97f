import { type Agency, agencies } from '../../../../../terms/agencies.ts';
import { newOperationId } from '../../random-id.ts';
import type { JointOperation, OfficerStep, OperationMember } from '../half/joint-operation.ts';
import { newSide } from '../half/operation-side.ts';
import type { OperationTerms } from '../half/operation-terms.ts';

/** An officer's proposal: the terms, the case of their agency, and who leads the operation there. */
export interface Proposal {
  terms: OperationTerms;
  case: string;
  lead: OperationMember;
}

/** An operation that one officer has proposed; a second one has to sign before the other agency is told. */
export const newOperation = (
  own: Agency,
  other: Agency,
  { by, at }: OfficerStep,
  { terms, case: caseNumber, lead }: Proposal,
): JointOperation => ({
  id: newOperationId(agencies[own].idPrefix),
  own,
  other,
  mine: newSide(),
  theirs: newSide(),
  draft: { kind: 'OFFER', n: 1, by, at, terms, case: caseNumber, lead },
  members: [],
  measures: [],
  added: [],
  steps: [{ kind: 'PROPOSED', by, at }],
});

/** An operation of which the other agency tells for the first time: so far nothing is known of it here. */
export const heardOfOperation = (id: string, own: Agency, other: Agency): JointOperation => ({
  id,
  own,
  other,
  mine: newSide(),
  theirs: newSide(),
  members: [],
  measures: [],
  added: [],
  steps: [],
});
