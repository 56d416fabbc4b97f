import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { compileRepresentation } from '../../../gateway/execution/compile-representation.ts';

const selections = ['__typename', 'id', 'matchTokens'].map(
  (name): QueryPlanSelectionNode => ({ kind: 'Field', name }),
);
const representing = compileRepresentation(selections, (typename, type) => typename === type);
const dossier = { __typename: 'BelarusDossier', id: 'BY-0000000001', matchTokens: 'tokens' };

describe('what a subgraph is told of an object', () => {
  test('is what it requires', () => {
    expect(representing({ ...dossier, version: 3 })).toEqual(dossier);
  });

  test('is not made without match tokens, so that nobody is asked about the object', () => {
    expect(representing({ ...dossier, matchTokens: null })).toBeNull();
    expect(representing({ ...dossier, id: null })).toEqual({ ...dossier, id: null });
  });
});
