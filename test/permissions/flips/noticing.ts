import type { AgencyDefinition } from '../../../subgraphs/agency/permissions/agency-definition.ts';
import type { AgencyPolicy } from '../../../subgraphs/agency/permissions/policy.ts';
import type { Stores } from '../../../subgraphs/agency/storage/stores/stores.ts';
import { differences } from '../../support/coordinates/compare.ts';
import { everythingInProcess } from '../../support/coordinates/everything-in-process.ts';
import { situationsOf, type Viewpoint } from '../../support/coordinates/situations.ts';

/**
 * Compares an agency that has another policy with what was decided, as the table's test does, in this process: what the
 * gateway adds is the same for every policy.
 */
export function comparison(definition: AgencyDefinition, stores: Stores) {
  const ask = everythingInProcess(definition, stores);
  let policies = 0;

  /** @returns the first difference that is met, or undefined */
  return async (policy: AgencyPolicy, viewpoints: readonly Viewpoint[]): Promise<string | undefined> => {
    policies += 1;
    for (const situation of viewpoints.flatMap(situationsOf)) {
      const answer = await ask(situation, policy, `everything ${policies}`);
      const [found] = differences(situation.question, situation, answer);
      if (found) return `${situation.name}: ${found}`;
    }
    return undefined;
  };
}
