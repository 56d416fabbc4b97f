import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Importer } from '../../subgraphs/agency/actions/import/import-once.ts';
import { readText } from '../../subgraphs/agency/records/checks/read-text.ts';
import type { Agency } from '../../terms/agencies.ts';
import { legalBases, purposes } from '../../terms/enums.ts';
import { caseForm } from '../../terms/mandate.ts';
import { isSubject } from '../../terms/viewer.ts';
import { agencyNamed } from '../options/agency-named.ts';
import { readOptions } from '../options/read-options.ts';

export const usage =
  'npm run import -- --agency belarus [--by SUBJECT] [--purpose INVESTIGATION] [--legal-basis NATIONAL_LAW] [--case C] [--rejects PATH] FILE';

export interface ImportOptions {
  agency: Agency;
  importer: Importer;
  file: string;
  /** The file that receives rejected lines. */
  rejects: string;
}

const oneOf = <Name extends string>(names: readonly Name[], option: string, fallback: Name) =>
  z.enum(names, `${option} must be one of ${names.join(', ')}`).default(fallback as never);

const optionsSchema = z.object({
  purpose: oneOf(purposes, '--purpose', 'INVESTIGATION'),
  'legal-basis': oneOf(legalBases, '--legal-basis', 'NATIONAL_LAW'),
  case: z.string().regex(new RegExp(caseForm), '--case must be like BY-2026-000001').optional(),
  rejects: z.string().min(1, '--rejects must name a file').optional(),
});

/** Stands in every dossier's history. */
function officer(given: string | undefined): string {
  const read = readText('by', given ?? userInfo().username, 200);
  if ('problems' in read) throw new Error('--by must be a name of at most 200 characters on one line');
  if (!isSubject(read.text))
    throw new Error(
      '--by must name an officer as tokens do: not `import`, `retention` or another name under which the program says what it did itself',
    );
  return read.text;
}

/** @param words of the command line, without node and the script */
export function importOptions(words: readonly string[]): ImportOptions {
  const string = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      agency: string,
      by: string,
      purpose: string,
      'legal-basis': string,
      case: string,
      rejects: string,
    },
  });
  const agency = agencyNamed(values.agency);
  const { purpose, 'legal-basis': legalBasis, case: of, rejects } = readOptions(optionsSchema, values);
  const [file, ...others] = positionals;
  if (!file || others.length > 0) throw new Error('name one file of JSON lines');
  return {
    agency,
    importer: { by: officer(values.by), mandate: { purpose, legalBasis, ...(of && { case: of }) } },
    file,
    rejects: rejects ?? `${file}.rejects.jsonl`,
  };
}
