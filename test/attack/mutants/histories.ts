import { type Mutant, without } from '../../mutants/mutant.ts';

/** Bounds on what the histories of dossiers tell, of those that are there and of those that were erased. */
export const historyMutants: readonly Mutant[] = [
  without(
    'steps hidden in a history',
    'subgraphs/agency/api/resolvers/history-page.ts',
    'historyActions.filter((action) => !mayAct(',
    'historyActions.filter((action) => toRead[action] === undefined && !mayAct(',
  ),
  without(
    'readers of an erased history',
    'terms/actions.ts',
    "readErasedHistory: ['SUPERVISOR', 'OVERSEER']",
    "readErasedHistory: ['SUPERVISOR', 'OVERSEER', 'INVESTIGATOR']",
  ),
  without(
    'words of an erased history',
    'subgraphs/agency/records/history/erase-from-history.ts',
    'changes: [...new Set(entry.changes.map(({ field }) => field))].map((field) => ({ field })),',
    'changes: entry.changes,',
  ),
];
