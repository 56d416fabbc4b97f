import { randomBytes } from 'node:crypto';
import { execute, parse } from 'graphql';
import { createLog } from '../../../server/log.ts';
import { typePrefixOf } from '../../../subgraphs/agency/permissions/agency-definition.ts';
import type { Stores } from '../../../subgraphs/agency/storage/stores/stores.ts';
import { belarus } from '../../../subgraphs/belarus/definition.ts';
import type { CrossborderContext } from '../../../subgraphs/crossborder/crossborder-context.ts';
import { crossborderSchema } from '../../../subgraphs/crossborder/crossborder-schema.ts';
import { russia } from '../../../subgraphs/russia/definition.ts';
import { subgraphOf } from '../../../terms/agencies.ts';
import { type DemoAgency, demoAgencies } from '../../../workshop/demo-data/agencies/demo-agencies.ts';
import type { Asker } from '../composed/callers.ts';
import {
  askedInProcess,
  entityQuery,
  gatheredAnswers,
  type Representation,
  viewerOf,
} from '../composed/in-process.ts';
import { searchSelection } from './asked.ts';

const questions = parse(`query ($criteria: SuspectCriteria!, $scope: [Agency!], $first: Int! = 100) {
  searchSuspects(criteria: $criteria, scope: $scope, first: $first) {
    question belarus { question } russia { question }
  }
}`);
const merging = parse(entityQuery('SuspectSearchConnection', searchSelection));
const matchesOf = (agency: DemoAgency) => entityQuery(`${typePrefixOf({ agency })}Search`, 'matches');

/** The arguments of `searchDocument`, but for a cursor: each of these has a key of its own. */
export interface SearchVariables extends Record<string, unknown> {
  criteria: Record<string, unknown>;
  scope?: readonly DemoAgency[];
  first?: number;
}

/** The key of a search, and of its part at each agency that is to be asked. */
type Questions = { question: string } & { [subgraph: string]: { question: string } | null };

/**
 * The search across agencies in this process, without the gateway and without HTTP: crossborder's questions go to the same
 * executors over the same databases, and it merges their answers.
 */
export function searchInProcess(stores: Record<DemoAgency, Stores>) {
  const schema = crossborderSchema({ cursorKey: randomBytes(32) });
  const log = createLog('test', 'silent');
  const agencies = {
    BELARUS: askedInProcess(belarus, stores.BELARUS),
    RUSSIA: askedInProcess(russia, stores.RUSSIA),
  };

  /** @returns the answer as the gateway writes it */
  return async (asker: Asker, variableValues: SearchVariables): Promise<string> => {
    const contextValue: CrossborderContext = { viewer: viewerOf(asker), mandate: asker.mandate, log };
    const answers = gatheredAnswers();
    const asked = await execute({ schema, document: questions, contextValue, variableValues });
    answers.take('CROSSBORDER', asked);
    const search = asked.data?.searchSuspects as Questions | null | undefined;
    if (!search) return answers.bodyWith({ searchSuspects: null });

    const halves = await Promise.all(
      demoAgencies.map(async (agency) => {
        const subgraph = subgraphOf(agency);
        const part = search[subgraph];
        if (!part) return [subgraph, null];
        const representation = { __typename: `${typePrefixOf({ agency })}Search`, ...part };
        const result = await agencies[agency](asker, matchesOf(agency), representation);
        return [subgraph, answers.take<{ matches: string | null }>(agency, result)];
      }),
    );
    const whole: Representation = {
      __typename: 'SuspectSearchConnection',
      question: search.question,
      ...Object.fromEntries(halves),
    };
    const merged = await execute({
      schema,
      document: merging,
      contextValue,
      variableValues: { of: [whole] },
    });
    return answers.bodyWith({ searchSuspects: answers.take('CROSSBORDER', merged) });
  };
}
