import type { Role } from '../../../../terms/enums.ts';
import { operationRoles } from '../../../../terms/enums.ts';
import { mayAct } from '../../permissions/may-act.ts';
import { listsOf, operationLists } from '../../records/operations/operation-columns.ts';
import type { OperationRecord } from '../../records/operations/operation-record.ts';
import type { RequestContext } from '../context/request-context.ts';

type Asking = Pick<RequestContext, 'permissions' | 'mandate' | 'viewer' | 'now'>;

/** Officers who decide what the agency does with a proposal. */
const deciding: readonly Role[] = ['LIAISON', 'SUPERVISOR'];

/** The lists in which a viewer may look; see `operationLists`. */
export function operationListsFor({ permissions: { verdicts }, mandate, viewer }: Asking): string[] {
  const { side, roles } = verdicts;
  if (!mayAct(side, roles, 'readOperations')) return [];
  return [
    ...operationRoles
      .filter((role) => roles.includes(role))
      .map((role) => operationLists.memberOf({ role, officer: viewer.subject })),
    ...(roles.some((role) => deciding.includes(role)) ? [operationLists.proposed] : []),
    ...(roles.includes('SUPERVISOR') && mandate.case !== undefined
      ? [operationLists.caseOf(mandate.case)]
      : []),
  ];
}

/** Tells if a viewer may know of an operation as it is now. To one who may not there is none. */
export function isKnownOperation({ operation }: OperationRecord, asking: Asking): boolean {
  const lists = listsOf(operation, asking.now);
  return operationListsFor(asking).some((list) => lists.includes(list));
}
