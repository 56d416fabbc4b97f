import type { GraphQLSchema } from 'graphql';
import { subgraphSchema } from '../../../schema/protect/protected-schema.ts';
import { type Action, actions } from '../../../subgraphs/agency/permissions/actions.ts';
import type { AgencyPolicy } from '../../../subgraphs/agency/permissions/policy.ts';
import { type Agency, subgraphOf } from '../../../terms/agencies.ts';
import type { Role } from '../../../terms/enums.ts';

/** All that a page is made from: an agency's decisions, the actions, and its schema with the class of every field. */
export interface Subject {
  agency: Agency;
  contactPoint: string;
  policy: AgencyPolicy;
  actions: Readonly<Record<Action, readonly Role[]>>;
  schema: GraphQLSchema;
}

export const subjectOf = ({
  agency,
  contactPoint,
  policy,
}: Pick<Subject, 'agency' | 'contactPoint' | 'policy'>): Subject => ({
  agency,
  contactPoint,
  policy,
  actions,
  schema: subgraphSchema(subgraphOf(agency), {}),
});
