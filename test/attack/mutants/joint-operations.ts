import { type Mutant, without } from '../../mutants/mutant.ts';

/** Defences of joint operations. */
export const jointOperationMutants: readonly Mutant[] = [
  without(
    'second officer of a joint operation',
    'subgraphs/agency/records/operations/steps/sign-draft.ts',
    "return draft.by === by ? refused('SAME_OFFICER') : signed(operation, draft, at);",
    'return signed(operation, draft, at);',
  ),
  without(
    'members of a joint operation',
    'subgraphs/agency/api/operations/shown-operation.ts',
    'return operationListsFor(asking).some((list) => lists.includes(list));',
    'return lists.length > 0 && operationListsFor(asking).length > 0;',
  ),
  without(
    'offers in a day',
    'subgraphs/agency/actions/operations/counted-offer.ts',
    'once(20)',
    'once(2_000)',
  ),
];
