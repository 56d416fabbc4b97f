import { z } from 'zod';
import { groupKinds } from '../../../../terms/enums.ts';
import type { CheckContext } from '../checks/check-context.ts';
import { checkProvenance } from '../checks/check-values.ts';
import { structureProblems } from '../checks/structure.ts';
import { cleanText } from '../formats/text/clean.ts';
import { listProblems, type Problem, under } from '../problem.ts';
import type { CheckedProvenance } from '../values/checked-value.ts';
import { inputText, inputValue } from '../values/value.ts';
import type { GroupRecord } from './group-record.ts';

/** A group as an officer, or a line of an import, gives it. */
export const groupInput = inputValue({ kind: z.enum(groupKinds), name: inputText() });

export type CheckedGroup = Pick<GroupRecord, 'kind' | 'name'> & { provenance: CheckedProvenance };

/** A criminal group as an officer gives it, new or amended. */
export function readGroupInput(
  raw: unknown,
  context: Pick<CheckContext, 'today' | 'retention'>,
): { problems: Problem[] } | { group: CheckedGroup } {
  const { tree, problems } = cleanText(raw);
  const parsed = groupInput.safeParse(tree);
  problems.push(...structureProblems(tree, parsed.error?.issues ?? []));
  if (!parsed.data) return { problems: listProblems(problems) };
  const provenance = checkProvenance(parsed.data.provenance, 'groups', context);
  if ('problems' in provenance) problems.push(...under('provenance', provenance.problems));
  if ('problems' in provenance || problems.length > 0) return { problems: listProblems(problems) };
  return { group: { ...parsed.data, provenance: provenance.value } };
}
