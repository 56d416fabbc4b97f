import type { GraphQLSchema } from 'graphql';
import type { AgencyDefinition } from '../permissions/agency-definition.ts';
import { checkPolicy } from '../permissions/policy.ts';
import { agencySchema } from './agency-schema.ts';
import { checkValueKinds } from './check-value-kinds.ts';
import type { Execute } from './execution/operation-request.ts';
import { permissionExecutor } from './execution/permission-executor.ts';
import { shieldActions } from './execution/shield-actions.ts';
import { groupRules } from './resolvers/group-rules.ts';

/** The schema that operations are validated against, and the function that executes them without the fields that a viewer may not read. */
export function agencyExecutor(definition: AgencyDefinition): { schema: GraphQLSchema; run: Execute } {
  checkPolicy(definition.agency, definition.policy);
  const schema = agencySchema(definition);
  checkValueKinds(definition, schema);
  const shielded = shieldActions(schema, definition.agency);
  return { schema, run: permissionExecutor(shielded, definition.agency, groupRules(definition)) };
}
