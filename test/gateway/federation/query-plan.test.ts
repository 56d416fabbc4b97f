import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { type PlanNode, QueryPlanner } from '@apollo/query-planner';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { supergraphSdl } from '../../support/schema-files.ts';

const supergraph = Supergraph.build(supergraphSdl());
const planner = new QueryPlanner(supergraph);
const api = supergraph.apiSchema();

type Shape = string | { sequence: Shape[] } | { parallel: Shape[] } | null;

/** Which subgraphs a plan asks, in which order: fetches of one `parallel` wait for none of each other. */
function shapeOf(node: PlanNode | undefined): Shape {
  switch (node?.kind) {
    case 'Sequence':
      return { sequence: node.nodes.map(shapeOf) };
    case 'Parallel':
      return { parallel: node.nodes.map(shapeOf).sort() };
    case 'Flatten':
      return shapeOf(node.node);
    case 'Fetch':
      return node.serviceName;
    case undefined:
      return null;
    default:
      throw new Error(`unexpected ${node?.kind}`);
  }
}

function planned(document: string): Shape {
  const { node } = planner.buildQueryPlan(operationFromDocument(api, parse(document)));
  if (node?.kind === 'Subscription') throw new Error('unexpected subscription');
  return shapeOf(node);
}

/** crossborder is in the gateway's own process, so this is one network phase. */
const onePhase = { sequence: ['crossborder', { parallel: ['belarus', 'russia'] }] };

describe('a suspect is resolved in one phase of both agencies', () => {
  test('when both halves are asked by their names', () => {
    expect(
      planned('{ suspect(id: "BY-0000000000") { belarus { names { full } } russia { names { full } } } }'),
    ).toEqual(onePhase);
  });

  test('when the halves are asked through a fragment on the interface', () => {
    expect(
      planned(`
        { suspect(id: "BY-0000000000") { belarus { ...Half } russia { ...Half } } }
        fragment Half on Dossier { id names { full } status { stage } }
      `),
    ).toEqual(onePhase);
    expect(
      planned(
        '{ suspect(id: "BY-0000000000") { belarus { ... on Dossier { names { full } } } russia { ... on Dossier { contacts { value } } } } }',
      ),
    ).toEqual(onePhase);
  });

  test('when two suspects are asked at once', () => {
    expect(
      planned(`{
        one: suspect(id: "BY-0000000000") { belarus { id } russia { id } }
        two: suspect(id: "RU-0000000000") { belarus { id } russia { id } }
      }`),
    ).toEqual({ sequence: ['crossborder', { parallel: ['belarus', 'belarus', 'russia', 'russia'] }] });
  });
});

describe('an agency is asked for its own half only', () => {
  test('so one half takes one agency', () => {
    expect(planned('{ suspect(id: "BY-0000000000") { id russia { id } } }')).toEqual({
      sequence: ['crossborder', 'russia'],
    });
  });

  test('so the id alone takes none', () => {
    expect(planned('{ suspect(id: "BY-0000000000") { id } }')).toBe('crossborder');
  });
});

describe('the agencies’ own roots', () => {
  test('are asked in parallel', () => {
    expect(planned('{ belarus { dossiers { nodes { id } } } russia { dossiers { nodes { id } } } }')).toEqual(
      { parallel: ['belarus', 'russia'] },
    );
  });

  test('lead to the other agency’s halves in one more phase, whatever the page', () => {
    expect(
      planned(
        '{ belarus { dossiers(first: 50) { nodes { suspect { belarus { id } russia { names { full } } } } } } }',
      ),
    ).toEqual({ sequence: ['belarus', 'russia'] });
  });
});
