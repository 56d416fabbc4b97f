import type { Comparing } from '../../../../../subgraphs/agency/actions/indicators/comparing.ts';
import { openComparing } from '../../../../../subgraphs/agency/open-comparing.ts';
import type { ComparingPace } from '../../../../../subgraphs/agency/records/indicators/comparing-pace.ts';
import { atEndOfFile } from '../../../../support/end-of-file.ts';
import { testNaming } from '../../../../support/match-keys.ts';
import { newKeys } from '../../../../support/two-key/change-keys.ts';
import type { AgencyInProcess } from '../../../../support/world/agency.ts';
import { comparingWorld } from '../../../../support/world/comparing.ts';

export interface ComparingParts {
  /** The parts by which Belarus compares identifiers, each to be tried by itself. */
  parts: Comparing;
  models: AgencyInProcess['models'];
}

/** Two agencies, and what Belarus compares by; both end with the test file. */
export async function comparingParts(pace: ComparingPace): Promise<ComparingParts> {
  const keys = newKeys();
  const world = await comparingWorld({ pace, keys });
  const { definition, models } = world.of.BELARUS;
  const parts = openComparing(
    definition,
    models,
    { keys: keys.BELARUS, pace, naming: testNaming },
    () => undefined,
  );
  atEndOfFile(() => parts.curve.stop());
  return { parts, models };
}
