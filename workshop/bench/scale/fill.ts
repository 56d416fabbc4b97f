import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Agency } from '../../../terms/agencies.ts';
import { demoAgencies } from '../../demo-data/agencies/demo-agencies.ts';
import { bundleProduct } from '../stacks/bundle-product.ts';
import type { Population } from './more-dossiers.ts';

/** Records of Belarus that can be asked for, from all over its database. */
export interface Sample {
  /** Dossiers of persons whom Russia knows too, by a link. */
  linked: string[];
  /** Dossiers without any link, and what a search for their persons says. */
  alone: { id: string; criteria: object }[];
}

const root = join(import.meta.dirname, '..', '..', '..');
const file = 'workshop/bench/scale/fill-agency.ts';

/**
 * Fills both agencies' databases with so many dossiers each, of persons with names of a population.
 * @param matchKeys under which their stack looks them up
 */
export async function fill(
  uris: Record<Agency, string>,
  { size, population }: { size: number; population: Population },
  matchKeys: string,
): Promise<Sample> {
  const env = { ...process.env, NODE_ENV: 'production', MATCH_KEYS: matchKeys };
  const options = ['--max-old-space-size=6000', ...(await bundleProduct())];
  const ofAgency = (agency: Agency) =>
    promisify(execFile)(
      process.execPath,
      [...options, file, agency, uris[agency], String(size), population],
      {
        cwd: root,
        env,
        maxBuffer: 1 << 26,
      },
    );
  const filled = await Promise.all(demoAgencies.map(ofAgency));
  return JSON.parse(filled[demoAgencies.indexOf('BELARUS')]?.stdout ?? '');
}
