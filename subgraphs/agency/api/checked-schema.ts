import type { GraphQLSchema } from 'graphql';
import type { AgencyDefinition } from '../permissions/agency-definition.ts';
import { checkPolicy } from '../permissions/policy.ts';
import { agencySchema } from './agency-schema.ts';
import { checkValueKinds } from './check-value-kinds.ts';
import { inBounds } from './execution/in-bounds.ts';
import type { Execute } from './execution/operation-request.ts';
import { permissionExecutor } from './execution/permission-executor.ts';
import { shieldActions } from './execution/shield-actions.ts';
import { measureRules } from './measures/listed-measure.ts';
import { choosingLists } from './resolvers/dossier-resolvers.ts';
import { groupRules } from './resolvers/group-rules.ts';

interface CheckedSchema {
  schema: GraphQLSchema;
  run: Execute;
}

const made = new WeakMap<AgencyDefinition, CheckedSchema>();

function make(definition: AgencyDefinition): CheckedSchema {
  checkPolicy(definition.agency, definition.policy);
  const schema = agencySchema(definition);
  checkValueKinds(definition, schema);
  const shielded = shieldActions(schema, definition.agency);
  const rules = { ...groupRules(definition), ...measureRules };
  const run = permissionExecutor(shielded, definition.agency, rules, choosingLists(definition));
  return { schema, run: inBounds(run) };
}

/**
 * The schema that operations are validated against, and the function that executes them without the fields that a viewer may not read.
 * Made once for each definition: it keeps nothing of a request, and takes half a second to make.
 */
export function checkedSchema(definition: AgencyDefinition): CheckedSchema {
  const schema = made.get(definition) ?? make(definition);
  made.set(definition, schema);
  return schema;
}
