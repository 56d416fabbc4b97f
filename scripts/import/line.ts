import { z } from 'zod';
import { type Problem, under } from '../../subgraphs/agency/checks/problem.ts';
import { structureProblems } from '../../subgraphs/agency/checks/structure.ts';
import { textProblems } from '../../subgraphs/agency/checks/text/clean.ts';
import { dossierInput } from '../../subgraphs/agency/dossiers/input.ts';
import type { GivenDossier } from '../../subgraphs/agency/dossiers/writing/import-dossiers.ts';

/** As many bytes as a request to the gateway may have. */
export const longestLine = 256 * 1024;

/** Stable, as those of `problem.ts` are: what is wrong with a line before anything in it can be looked at. */
export type LineCode = Problem['code'] | 'LINE_TOO_LONG' | 'NOT_UTF8' | 'NOT_JSON';

/** What is wrong with a line. Like a problem of an input it repeats nothing of what was given. */
export interface LineProblem extends Omit<Problem, 'code'> {
  code: LineCode;
}

const key = z
  .string()
  .regex(
    /^[\p{L}\p{N}._:/-]{1,100}$/u,
    'must be 1 to 100 letters, digits, dots, hyphens, slashes or the like',
  )
  .describe(
    'Names the dossier where it comes from, such as the number of its file. A key is recorded once, however often it is imported.',
  );

/** A line of an import; its JSON Schema is published. */
export const importLine = z
  .strictObject({ key, dossier: dossierInput })
  .describe(
    'A line of the file that `npm run import` reads: one dossier, as the mutation `recordDossier` takes it. At least one offence; what else depends on several fields is checked when it is imported.',
  );

// What is in the dossier, the agency's own checks read.
const envelope = z.strictObject({ key, dossier: z.unknown() });

const refused = (code: LineCode, message: string): { problems: LineProblem[] } => ({
  problems: [{ path: '', code, message }],
});

// Fatal: a letter that was lost must not become U+FFFD. A byte order mark at the beginning is left out.
const decoder = new TextDecoder('utf-8', { fatal: true });

function parsed(bytes: Buffer): { tree: unknown } | { problems: LineProblem[] } | undefined {
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return refused('NOT_UTF8', 'This line is not in UTF-8: save the file in that encoding.');
  }
  if (text.trim() === '') return undefined;
  try {
    return { tree: JSON.parse(text) };
  } catch {
    return refused('NOT_JSON', 'This line is not JSON: write one object on each line.');
  }
}

/**
 * What a line gives to be recorded, or why it gives nothing; undefined when it is blank.
 * @param bytes absent when the line was too long to be read
 */
export function readLine(
  bytes: Buffer | undefined,
): { given: GivenDossier } | { problems: LineProblem[] } | undefined {
  if (!bytes) return refused('LINE_TOO_LONG', `A line has at most ${longestLine} bytes.`);
  const read = parsed(bytes);
  if (!read || 'problems' in read) return read;
  const { data, error } = envelope.safeParse(read.tree);
  if (!data) return { problems: structureProblems(read.tree, error.issues) };
  const problems = under('key', textProblems(data.key, { field: '', key: 'key', of: {} }));
  return problems.length > 0 ? { problems } : { given: { key: data.key, dossier: data.dossier } };
}
