import { agencyExecutor } from '../../subgraphs/agency/api/agency-executor.ts';
import type { AgencyDefinition } from '../../subgraphs/agency/permissions/agency-definition.ts';

const executors = new WeakMap<AgencyDefinition, ReturnType<typeof agencyExecutor>>();

/** The executor of an agency, made once a test file: it keeps nothing of a request, and takes half a second to make. */
export function executorOf(definition: AgencyDefinition): ReturnType<typeof agencyExecutor> {
  const executor = executors.get(definition) ?? agencyExecutor(definition);
  executors.set(definition, executor);
  return executor;
}
