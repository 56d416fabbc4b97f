import { parse } from 'graphql';
import { requestContexts, type Stores } from '../../../subgraphs/agency/context.ts';
import type { AgencyDefinition } from '../../../subgraphs/agency/definition.ts';
import type { AgencyPolicy } from '../../../subgraphs/agency/permissions/policy.ts';
import { agencyExecutor } from '../../../subgraphs/agency/schema.ts';
import { everythingAtSubgraph, fieldOf } from '../../support/coordinates/asked-of-agency.ts';
import { differences } from '../../support/coordinates/compare.ts';
import { type Situation, situationsOf, type Viewpoint } from '../../support/coordinates/situations.ts';
import type { Receipt } from '../../support/policy/expected.ts';

const other = { BELARUS: 'RUSSIA', RUSSIA: 'BELARUS' } as const;

interface Everything {
  _entities?: (Record<string, unknown> | null)[];
  [agency: string]: unknown;
}

/**
 * Compares an agency that has another policy with what was decided, as the table's test does, in this process: what the
 * gateway adds is the same for every policy.
 */
export function comparison(definition: AgencyDefinition, stores: Stores) {
  const { agency } = definition;
  const { run } = agencyExecutor(definition);
  const document = parse(everythingAtSubgraph(agency));
  const own = fieldOf(agency);
  let policies = 0;

  /** @returns the first difference that is met, or undefined */
  return async (policy: AgencyPolicy, viewpoints: readonly Viewpoint[]): Promise<string | undefined> => {
    const contextOf = requestContexts({ ...definition, policy }, stores);
    // A document that is prepared for one policy is not used for another.
    policies += 1;
    const queryHash = `everything ${policies}`;
    const compare = async ({ id, state, question, mandate }: Situation): Promise<string | undefined> => {
      const viewer = {
        subject: 'officer',
        agency: question.side === 'own' ? agency : other[agency],
        roles: question.roles,
        cases: mandate.case ? [mandate.case] : [],
      };
      const result = await run({
        document,
        queryHash,
        variables: { of: [{ __typename: 'Suspect', id }] },
        context: contextOf({ viewer, mandate, idempotencyKey: '' }, 'request-1'),
      });
      const data = result.data as Everything | null | undefined;
      const [found] = differences(
        question,
        { id, state },
        {
          dossier: data?._entities?.[0]?.[own],
          reads: (data?.[own] as { reads?: unknown } | null)?.reads,
          redactions: (result.extensions?.redactions ?? []) as Receipt[],
          errors: result.errors,
          text: JSON.stringify(result),
        },
      );
      return found;
    };
    for (const situation of viewpoints.flatMap(situationsOf)) {
      const found = await compare(situation);
      if (found) return `${situation.name}: ${found}`;
    }
    return undefined;
  };
}
