import { z } from 'zod';
import { groupByKey } from '../../subgraphs/agency/actions/import/groups-by-key.ts';
import { importKey } from '../../subgraphs/agency/actions/import/import-once.ts';
import type { GivenGroup } from '../../subgraphs/agency/actions/import/plan-group-import.ts';
import type { GivenDossier } from '../../subgraphs/agency/actions/import/plan-import.ts';
import { structureProblems } from '../../subgraphs/agency/records/checks/structure.ts';
import { textProblems } from '../../subgraphs/agency/records/formats/text/clean.ts';
import { groupInput } from '../../subgraphs/agency/records/group/check-group.ts';
import { type Problem, under } from '../../subgraphs/agency/records/problem.ts';
import { dossierInput } from '../../subgraphs/agency/records/values/dossier-input.ts';
import { memberships } from '../../subgraphs/agency/records/values/memberships.ts';
import { mostValues } from '../../subgraphs/agency/records/values/value-kinds.ts';

/** As many bytes as a request to the gateway may have. */
export const longestLine = 256 * 1024;

/** Stable, as those of `problem.ts` are: what is wrong with a line before anything in it can be looked at. */
export type LineCode = Problem['code'] | 'LINE_TOO_LONG' | 'NOT_UTF8' | 'NOT_JSON';

/** A problem of a line. Like a problem of an input it repeats nothing of what was given. */
export interface LineProblem extends Omit<Problem, 'code'> {
  code: LineCode;
}

/** The content of a line that is to be recorded. */
export type Given = GivenDossier | GivenGroup;

const key = importKey.describe(
  'Names the dossier, or the group, where it comes from, such as the number of its file. A key is recorded once, however often it is imported; a group and a dossier may have the same.',
);

const membership = memberships.input.extend({ group: z.union([memberships.input.shape.group, groupByKey]) });
const dossier = dossierInput.extend({
  memberships: z.array(membership).max(mostValues.memberships).default([]),
});

/** A line of an import; its JSON Schema is published. */
export const importLine = z
  .union([z.strictObject({ key, dossier }), z.strictObject({ key, group: groupInput })])
  .describe(
    'A line of the file that `npm run import` reads: one dossier, as the mutation `recordDossier` takes it, but with `kind` beside the parts of an instrument or infrastructure, or one group, as `recordGroup` does. At least one offence in a dossier; what else depends on several fields is checked when it is imported.',
  );

// What is in the dossier or group, the agency's own checks read.
const envelope = z.strictObject({ key, dossier: z.unknown().optional(), group: z.unknown().optional() });

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

/** A line is of one record, so that what became of it is one thing. */
function givenIn(line: z.output<typeof envelope>): Given | Problem {
  const { key, dossier, group } = line;
  if (!('group' in line)) return { key, dossier };
  if (!('dossier' in line)) return { key, group };
  const message = 'A line has a dossier or a group: write each on a line of its own.';
  return { path: 'group', code: 'INCONSISTENT', message };
}

/**
 * Reads the record that a line gives, or the reason why it gives none; undefined when it is blank.
 * @param bytes absent when the line was too long to be read
 */
export function readLine(
  bytes: Buffer | undefined,
): { given: Given } | { problems: LineProblem[] } | undefined {
  if (!bytes) return refused('LINE_TOO_LONG', `A line has at most ${longestLine} bytes.`);
  const read = parsed(bytes);
  if (!read || 'problems' in read) return read;
  const { data, error } = envelope.safeParse(read.tree);
  if (!data) return { problems: structureProblems(read.tree, error.issues) };
  const problems = under('key', textProblems(data.key, { field: '', key: 'key', of: {} }));
  if (problems.length > 0) return { problems };
  const given = givenIn(data);
  return 'code' in given ? { problems: [given] } : { given };
}
