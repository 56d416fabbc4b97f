import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { type FetchNode, type PlanNode, QueryPlanner } from '@apollo/query-planner';
import { parse } from 'graphql';
import {
  createQueryPlanner,
  fetchesOfPlan,
} from '../../../../gateway/federation/plans/create-query-planner.ts';
import { supergraphSdl } from '../../../support/schema-files.ts';

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

  test('when a fragment on the interface asks what only the owner’s officers read', () => {
    expect(
      planned(`
        { suspect(id: "BY-0000000000") { belarus { ...Work } russia { ...Work } } }
        fragment Work on Dossier {
          releases { id state } links { state } history { nodes { action } } reads { nodes { by } }
        }
      `),
    ).toEqual(onePhase);
  });

  test('and in a second where it asks for candidates, which the other agency answers', () => {
    const half = (own: string, other: string) => ({ sequence: [own, other] });
    const shape = planned(`
      { suspect(id: "BY-0000000000") { belarus { ...Likely } russia { ...Likely } } }
      fragment Likely on Dossier { candidates { match { band } } }
    `) as { sequence: [string, { parallel: Shape[] }] };
    expect(shape.sequence[0]).toBe('crossborder');
    expect(shape.sequence[1].parallel).toEqual(
      expect.arrayContaining([half('belarus', 'russia'), half('russia', 'belarus')]),
    );
  });

  test('when it is asked for as a node', () => {
    expect(
      planned('{ node(id: "S-BY-0000000000") { ... on Suspect { belarus { id } russia { id } } } }'),
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

/** Every fetch of a plan, as it is sent. */
function fetchesOf(node: PlanNode | undefined): FetchNode[] {
  switch (node?.kind) {
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap(fetchesOf);
    case 'Flatten':
      return fetchesOf(node.node);
    case 'Fetch':
      return [node];
    default:
      return [];
  }
}

describe('a search takes two phases of both agencies', () => {
  const found = (
    selection: string,
  ) => `query ($criteria: SuspectCriteria!, $scope: [Agency!], $after: Cursor) {
    searchSuspects(criteria: $criteria, scope: $scope, after: $after, first: 50) { ${selection} }
  }`;
  const page = `${found('edges { cursor node { ...Found } } pageInfo { endCursor } agencies { agency outcome }')}
    fragment Found on FoundSuspect {
      hit { reference until }
      matches { agency band score evidence { kind outcome weight } }
      suspect { id belarus { ...Half } russia { ...Half } }
    }
    fragment Half on Dossier { id names { full } status { stage } }`;
  const matches = ['crossborder', { parallel: ['belarus', 'russia'] }, 'crossborder'];

  test('whatever the length of its page', () => {
    expect(planned(page)).toEqual({ sequence: [...matches, { parallel: ['belarus', 'russia'] }] });
  });

  test('and one when no half is asked', () => {
    expect(planned(found('nodes { hit { reference } suspect { id } } agencies { outcome }'))).toEqual({
      sequence: matches,
    });
    expect(planned(found('nodes { suspect { russia { id } } }'))).toEqual({
      sequence: [...matches, 'russia'],
    });
  });

  test('in which an agency is sent no variable of the search', () => {
    const { node } = planner.buildQueryPlan(operationFromDocument(api, parse(page)));
    const fetches = node?.kind === 'Subscription' ? [] : fetchesOf(node);
    expect(fetches.map(({ serviceName, variableUsages }) => [serviceName, variableUsages])).toEqual([
      ['crossborder', ['criteria', 'scope', 'after']],
      ['belarus', []],
      ['russia', []],
      ['crossborder', []],
      [expect.any(String), []],
      [expect.any(String), []],
    ]);
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

describe('the bounds of the planner', () => {
  const bounded = createQueryPlanner(supergraphSdl());
  const halves = '{ belarus { ...H suspect { russia { id } } } russia { ...H suspect { belarus { id } } } }';
  const half =
    'fragment H on Dossier { id names { full } memberships { group { members { nodes { dossier { id } } } } } }';

  test.each([
    ['a profile', `{ suspect(id: "BY-0000000000") ${halves} } ${half}`],
    ['a page', `{ belarus { dossiers(first: 50) { nodes { suspect ${halves} } } } } ${half}`],
    [
      'a search',
      `{ searchSuspects(criteria: { surname: "Ivanou" }) { nodes { suspect ${halves} } agencies { outcome } } } ${half}`,
    ],
    ['candidates', '{ suspect(id: "BY-0000000000") { belarus { candidates { hit { reference } } } } }'],
  ])('leave the plan of %s as it is without them', (_what, text) => {
    const document = parse(text);
    const free = planner.buildQueryPlan(operationFromDocument(api, document));
    expect(bounded(document, undefined)).toEqual(free);
  });
});

describe('the fetches of a plan', () => {
  const plan = createQueryPlanner(supergraphSdl());
  const fetched = (document: string, operationName?: string) =>
    fetchesOfPlan(plan(parse(document), operationName));
  const halves =
    'query Neighbour($id: ID!, $from: Int) { suspect(id: $id) { belarus { history(first: $from) { nodes { by } } } russia { id } } }';

  test('have no name that the caller has given their operation', () => {
    const fetches = fetched(halves, 'Neighbour');
    expect(fetches.length).toBeGreaterThan(1);
    for (const { operation, operationName } of fetches) {
      expect(operation).not.toContain('Neighbour');
      expect(operationName).toBeFalsy();
    }
  });

  test('are of the operation that was named, whatever others its document has', () => {
    const other = 'query Other { belarus { dossiers { nodes { id } } } }';
    const subgraphs = (name: string) =>
      fetched(`${other} ${halves}`, name).map(({ serviceName }) => serviceName);
    expect(subgraphs('Other')).toEqual(['belarus']);
    expect(subgraphs('Neighbour')).toEqual(subgraphs('Neighbour').filter((each) => each !== ''));
    expect(subgraphs('Neighbour')).toContain('russia');
  });

  test('have the variables of the other half neither by value nor by name', () => {
    for (const { serviceName, operation, variableUsages = [] } of fetched(halves)) {
      if (serviceName !== 'russia') continue;
      expect(operation).not.toContain('$from');
      expect(variableUsages).not.toContain('from');
    }
  });
});
