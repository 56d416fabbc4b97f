import type { OperationRecord } from '../../../subgraphs/agency/records/operations/operation-record.ts';
import { type OperationStage, operationAt } from '../../support/hand-made-operations.ts';
import type { Question } from '../../support/policy/oracle.ts';
import { namedCase, otherCase } from '../../support/policy/states.ts';

/** An operation of Belarus's, and by whose case it is known there. */
interface Marked {
  stage: OperationStage;
  case?: string;
}

/** Operations at every stage, of both cases that viewers name; nobody who asks is a member. */
const marked: readonly Marked[] = [
  { stage: 'DRAFT', case: namedCase },
  { stage: 'RECEIVED' },
  ...[namedCase, otherCase].flatMap((number): Marked[] =>
    (['OFFERED', 'ACTIVE', 'SUSPENDED', 'WORDED', 'EVALUATED'] as const).map((stage) => ({
      stage,
      case: number,
    })),
  ),
];

const officer = (index: number) => `MARK-OPERATION-${index}-x`;

/** Operations of Belarus's, with marks for the names of its officers. */
export const markedOperations = (): OperationRecord[] =>
  marked.map(({ stage, case: number }, index) => {
    const { name: _name, ...record } = operationAt(stage, {
      ...{
        name: `MARKED${String(index).padStart(10, '0')}`,
        lead: officer(index),
        liaison: officer(index + 50),
      },
      ...(number !== undefined && { case: number }),
    });
    return record;
  });

/** Tells who may know of an operation, from DOMAIN: the heads of its case, and while a proposal waits at home whoever decides on it. */
function isKnown({ stage, case: number }: Marked, question: Question): boolean {
  const { side, roles } = question;
  if (side === 'foreign') return false;
  if (roles.includes('SUPERVISOR') && number !== undefined && number === question.case) return true;
  const waits = stage === 'DRAFT' || stage === 'RECEIVED';
  return waits && (roles.includes('LIAISON') || roles.includes('SUPERVISOR'));
}

/** The operations of a world that this viewer must not be able to tell from the first. */
export const twinOperations = (
  operations: readonly OperationRecord[],
  question: Question,
): OperationRecord[] =>
  operations.filter((_record, index) => {
    const one = marked[index];
    return one !== undefined && isKnown(one, question);
  });

/** The texts that an answer to this viewer must not hold. */
export function forbiddenOperations(
  operations: readonly OperationRecord[],
  question: Question,
  asked: string,
): string[] {
  const known = new Set(twinOperations(operations, question).map(({ _id }) => _id));
  return operations.flatMap(({ _id }, index) =>
    known.has(_id) ? [] : [...(asked.includes(_id) ? [] : [_id]), officer(index), officer(index + 50)],
  );
}
