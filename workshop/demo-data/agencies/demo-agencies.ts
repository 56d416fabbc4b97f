import type { Agency } from '../../../terms/agencies.ts';

/** The agencies that have demo data; a further one begins with an empty database. */
export const demoAgencies = ['BELARUS', 'RUSSIA'] as const satisfies readonly Agency[];
export type DemoAgency = (typeof demoAgencies)[number];
