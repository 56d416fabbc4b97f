import { parseArgs } from 'node:util';
import type { Agency } from '../../terms/agencies.ts';
import { agencyNamed } from '../options/agency-named.ts';

/** The options of an export and a restore: whose records, and which file. */
export function fileOptions(): { agency: Agency; file: string } {
  const { values, positionals } = parseArgs({
    options: { agency: { type: 'string' } },
    allowPositionals: true,
  });
  const agency = agencyNamed(values.agency);
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new Error('name one file');
  return { agency, file };
}
