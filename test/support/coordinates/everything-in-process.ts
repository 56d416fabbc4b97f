import { parse } from 'graphql';
import { checkedSchema } from '../../../subgraphs/agency/api/checked-schema.ts';
import { requestContexts } from '../../../subgraphs/agency/api/context/request-context.ts';
import type { AgencyDefinition } from '../../../subgraphs/agency/permissions/agency-definition.ts';
import type { Stores } from '../../../subgraphs/agency/storage/stores/stores.ts';
import { newRequestKey } from '../../../terms/request-key.ts';
import { demoAgencyOf } from '../../../workshop/demo-data/agencies/demo-agencies.ts';
import type { Receipt } from '../policy/expected.ts';
import { everythingAtSubgraph, fieldOf } from './asked-of-agency.ts';
import type { AnswerOnDossier } from './compare.ts';
import type { Situation } from './situations.ts';

const other = { BELARUS: 'RUSSIA', RUSSIA: 'BELARUS' } as const;

interface Everything {
  _entities?: (Record<string, unknown> | null)[];
  [agency: string]: unknown;
}

/**
 * Asks an agency for everything of a dossier in this process, without the gateway and without HTTP: the same executor over
 * the same database, for a viewer and a mandate as its subgraph has them when it has verified who asks.
 */
export function everythingInProcess(definition: AgencyDefinition, stores: Stores) {
  const agency = demoAgencyOf(definition.agency);
  const { run } = checkedSchema(definition);
  const document = parse(everythingAtSubgraph(agency));
  const own = fieldOf(agency);
  let latest = { policy: definition.policy, contextOf: requestContexts(definition, stores) };

  /** @param queryHash another one for each policy, since what is prepared for one is not used for another */
  return async (
    { id, question, mandate }: Situation,
    policy = definition.policy,
    queryHash = 'everything',
  ): Promise<AnswerOnDossier> => {
    const viewer = {
      subject: 'officer',
      agency: question.side === 'own' ? agency : other[agency],
      roles: question.roles,
      cases: mandate.case ? [mandate.case] : [],
    };
    if (latest.policy !== policy)
      latest = { policy, contextOf: requestContexts({ ...definition, policy }, stores) };
    const result = await run({
      document,
      queryHash,
      variables: { of: [{ __typename: 'Suspect', id }] },
      context: latest.contextOf(
        { viewer, mandate, idempotencyKey: '', requestKey: newRequestKey(Date.now()) },
        'request-1',
      ),
    });
    const data = result.data as Everything | null | undefined;
    return {
      dossier: data?._entities?.[0]?.[own],
      reads: (data?.[own] as { reads?: unknown } | null)?.reads,
      redactions: (result.extensions?.redactions ?? []) as Receipt[],
      errors: result.errors,
      text: JSON.stringify(result),
    };
  };
}
