import type { z } from 'zod';
import { cleanText, isFields } from '../formats/text/clean.ts';
import { listProblems, type Problem, refuse } from '../problem.ts';
import type { CheckedAdditions, CheckedInput } from '../values/checked-value.ts';
import { additionsInput, dossierInput } from '../values/dossier-input.ts';
import { isClearing } from '../values/status.ts';
import type { CheckContext } from './check-context.ts';
import { checkValues } from './check-values.ts';
import { soundValues, structureProblems } from './structure.ts';

export type { CheckedAdditions, CheckedInput } from '../values/checked-value.ts';
export type { CheckContext } from './check-context.ts';

/** Reads an input and lists every problem of its text, its form and its content, in one go. */
function read<Schema extends z.ZodType>(schema: Schema, raw: unknown, context: CheckContext) {
  const { tree, problems: ofText } = cleanText(raw);
  const parsed = schema.safeParse(tree);
  const issues = parsed.error?.issues ?? [];
  const sound = soundValues(tree, issues);
  const content = sound && checkValues(sound, context);
  const problems = [...ofText, ...structureProblems(tree, issues), ...(content?.problems ?? [])];
  return { tree, parsed: parsed.data, checked: content?.checked, problems };
}

/** A dossier without an offence has no ground. */
function groundProblems(tree: unknown): Problem[] {
  if (!isFields(tree)) return [];
  const { offences } = tree;
  if (offences !== undefined && !(Array.isArray(offences) && offences.length === 0)) return [];
  return refuse(
    'NO_OFFENCE',
    'A dossier needs at least one offence under a listed article as its ground.',
    'offences',
  ).problems;
}

/** No officer alone, and no import, shows a dossier to other agencies. */
const ofHandling =
  (tree: unknown) =>
  (problem: Problem): Problem =>
    problem.path === 'handlingCode' && isFields(tree) && tree.handlingCode === 'SHAREABLE'
      ? {
          path: 'handlingCode',
          code: 'NEEDS_COUNTERSIGNATURE',
          message:
            'A new dossier is ON_RELEASE at most: have SHAREABLE proposed, then countersigned by a supervisor.',
        }
      : problem;

/** A dossier is never recorded, or amended, as that of a person who was cleared. */
export const clearedProblem = (path: string): Problem => ({
  path,
  code: 'MALFORMED',
  message:
    'A dossier of a person who was cleared is to be erased: a supervisor closes it with `closeDossier`, and a new one is not recorded.',
});

/**
 * A new dossier as an officer, or a line of an import, gives it.
 * @returns what is to be recorded, or everything that is wrong with it
 */
export function readDossierInput(
  raw: unknown,
  context: CheckContext,
): { problems: Problem[] } | { input: CheckedInput } {
  const { tree, parsed, checked, problems } = read(dossierInput, raw, context);
  const all = [...problems.map(ofHandling(tree)), ...groundProblems(tree)];
  // Its erasure would never begin: that is what closing a dossier does.
  if (checked?.status && isClearing(checked.status.stage)) all.push(clearedProblem('status.stage'));
  if (!parsed || !checked?.status || all.length > 0) return { problems: listProblems(all) };
  const { handlingCode, cases } = parsed;
  return { input: { ...checked, status: checked.status, handlingCode, cases: [...new Set(cases)] } };
}

/**
 * Reads the additions of an amendment; `context.existing` is what the dossier will still hold beside them.
 * @returns the values to be recorded, or everything that is wrong with them
 */
export function readAdditions(
  raw: unknown,
  context: CheckContext,
): { problems: Problem[] } | { additions: CheckedAdditions } {
  const { parsed, checked, problems } = read(additionsInput, raw, context);
  if (!parsed || !checked || problems.length > 0) return { problems: listProblems(problems) };
  return { additions: checked };
}
