import { parseArgs } from 'node:util';
import { type Agency, agencyNames, subgraphOf } from '../../identity/agencies.ts';

/** What both commands are told: whose records, and which file. */
export function readOptions(): { agency: Agency; file: string } {
  const { values, positionals } = parseArgs({
    options: { agency: { type: 'string' } },
    allowPositionals: true,
  });
  const agency = agencyNames.find((name) => subgraphOf(name) === values.agency);
  if (!agency) throw new Error(`--agency must be one of ${agencyNames.map(subgraphOf).join(', ')}`);
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new Error('name one file');
  return { agency, file };
}
