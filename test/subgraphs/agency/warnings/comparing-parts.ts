import type { Comparing } from '../../../../subgraphs/agency/actions/indicators/comparing.ts';
import { openComparing } from '../../../../subgraphs/agency/open-comparing.ts';
import type { ComparingPace } from '../../../../subgraphs/agency/records/indicators/comparing-pace.ts';
import { lentAgencies, type TwoAgencies } from '../../../models/warnings/two-agencies.ts';
import { atEndOfFile } from '../../../support/end-of-file.ts';
import { testNaming } from '../../../support/match-keys.ts';
import { newKeys } from '../../../support/two-key/change-keys.ts';

export interface ComparingParts {
  /** The parts by which Belarus compares identifiers, each to be tried by itself. */
  parts: Comparing;
  models: TwoAgencies['of']['BELARUS']['models'];
}

/** Two agencies, and what Belarus compares by; both end with the test file. */
export async function comparingParts(pace: ComparingPace): Promise<ComparingParts> {
  const keys = newKeys();
  const world = await lentAgencies({ pace, keys });
  const { definition, models } = world.of.BELARUS;
  const parts = openComparing(
    definition,
    models,
    { keys: keys.BELARUS, pace, naming: testNaming },
    () => undefined,
  );
  atEndOfFile(async () => {
    await parts.curve.stop();
    await world.close();
  });
  return { parts, models };
}
