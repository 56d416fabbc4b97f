import { type Mutant, without } from './mutant.ts';

/** Defences of who works on a dossier, or on a request. */
export const caseMutants: readonly Mutant[] = [
  without(
    'case of who adds one',
    'subgraphs/agency/api/resolvers/writing-resolvers.ts',
    "if (action !== 'contestValue') demandCaseOf",
    "if (action !== 'contestValue' && action !== 'addCase') demandCaseOf",
  ),
  without(
    'role of who adds a case',
    'subgraphs/agency/permissions/actions.ts',
    "addCase: ['SUPERVISOR']",
    "addCase: ['SUPERVISOR', 'INVESTIGATOR']",
  ),
  without(
    'case of a withdrawal',
    'subgraphs/agency/api/requests/request-steps.ts',
    "demandCaseOfRequest(context, request, 'withdrawRequest');",
    '',
  ),
];
