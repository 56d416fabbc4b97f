import type { Agency } from '../../../terms/agencies.ts';

/** The agencies that have demo data; a further one begins with an empty database. */
export const demoAgencies = ['BELARUS', 'RUSSIA'] as const satisfies readonly Agency[];
export type DemoAgency = (typeof demoAgencies)[number];

/** An agency as one that has demo data. @throws when it has none */
export function demoAgencyOf(agency: Agency): DemoAgency {
  const found = demoAgencies.find((each) => each === agency);
  if (!found) throw new Error(`${agency} has no demo data`);
  return found;
}
