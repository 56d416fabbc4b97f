import type { GraphQLSchema } from 'graphql';
import { subgraphSchema } from '../../../schema/protect/protected-schema.ts';
import type { AgencyPolicy } from '../../../subgraphs/agency/permissions/policy.ts';
import type { AgencyRetention } from '../../../subgraphs/agency/records/values/agency-retention.ts';
import { type Action, actions } from '../../../terms/actions.ts';
import { type Agency, subgraphOf } from '../../../terms/agencies.ts';
import type { Role } from '../../../terms/enums.ts';

/** All that a page is made from: an agency's decisions, the actions, and its schema with the class of every field. */
export interface Subject {
  agency: Agency;
  contactPoint: string;
  policy: AgencyPolicy;
  retention: Pick<AgencyRetention, 'removal'>;
  actions: Readonly<Record<Action, readonly Role[]>>;
  schema: GraphQLSchema;
}

export const subjectOf = ({
  agency,
  contactPoint,
  policy,
  retention,
}: Pick<Subject, 'agency' | 'contactPoint' | 'policy' | 'retention'>): Subject => ({
  agency,
  contactPoint,
  policy,
  retention,
  actions,
  schema: subgraphSchema(subgraphOf(agency), {}),
});
