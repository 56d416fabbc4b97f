import { z } from 'zod';
import { measureKinds, measureStates, measureUrgencies } from '../../../../terms/enums.ts';
import { regionCodes } from '../../../../terms/regions.ts';
import { checkDate } from '../formats/dates/check-date.ts';
import { windowProblems } from '../formats/dates/day-window.ts';
import { noFreeTexts } from '../formats/text/free-text.ts';
import { type Problem, refuse, under } from '../problem.ts';
import { inputOutcome } from './measure-outcome.ts';
import { groundProblems } from './problems/ground-problems.ts';
import { inputCase, inputPartialDate, inputText, inputValue } from './value.ts';
import { listKind, type ValueOfKind } from './value-kind.ts';

/** States of a measure that has not been taken yet: TACTICAL, while those taken are CASE. */
export const plannedStates: readonly string[] = ['PLANNED', 'AUTHORISED'];

/** States of a measure that was begun: recorded as such, it was authorised by nobody here. */
const begunStates: readonly string[] = ['UNDER_WAY', 'DONE', 'LIFTED'];

/** A measure that was not taken, or not in the end, may have a date ahead. */
const mayLieAhead = (state: string): boolean => [...plannedStates, 'CANCELLED'].includes(state);

const input = inputValue({
  kind: z.enum(measureKinds),
  state: z.enum(measureStates),
  date: inputPartialDate,
  window: z
    .strictObject({ from: z.iso.date(), until: z.iso.date() })
    .optional()
    .describe('The first and the last day on which it may begin, both counted; only for PLANNED.'),
  region: z.enum(regionCodes).optional().describe('ISO 3166-2.'),
  ground: inputText().describe(
    "A provision of the agency's closed list, by its citation, such as `Code of Criminal Procedure, Article 208`.",
  ),
  case: inputCase.optional(),
  outcome: inputOutcome.optional().describe('Its results, in numbers; only for DONE.'),
});

/** Problems of what only some states may have, or none that an officer records. */
function stateProblems({ kind, state, date, window, outcome }: z.output<typeof input>, now: Date): Problem[] {
  const problems: Problem[] = [];
  const add = (...[code, message, path]: [Problem['code'], string, string]) =>
    problems.push(...refuse(code, message, path).problems);
  if (kind === 'OTHER') add('UNKNOWN_VALUE', 'must be another kind: OTHER is recorded no more', 'kind');
  if (state === 'AUTHORISED')
    add(
      'NEEDS_AUTHORISATION',
      'A measure is authorised with `authoriseMeasure` by a SUPERVISOR alone: record it as PLANNED.',
      'state',
    );
  if (outcome && state !== 'DONE') add('INCONSISTENT', 'is for DONE alone', 'outcome');
  if (window && state !== 'PLANNED') add('INCONSISTENT', 'is for PLANNED alone', 'window');
  else if (window) {
    problems.push(...under('window', windowProblems(window, now)));
    if (date !== window.from) add('INCONSISTENT', 'must be the first day of the window', 'date');
  }
  return problems;
}

/** Measures against the person. They are planned before they are taken, and their history says so: as a kind they are TACTICAL. */
export const measures = listKind({
  class: 'TACTICAL',
  classOf: ({ state }) => (plannedStates.includes(state) ? 'TACTICAL' : 'CASE'),
  most: 100,
  input,
  // What the steps on a measure make of it; records of before them have none of these.
  derived: {
    /** The id of the value of the dossier that it is against. */
    target: z.string().optional(),
    /** The officer who planned it, or recorded it as it is. */
    plannedBy: z.string().optional(),
    authorisedBy: z.string().optional(),
    authorisedAt: z.date().optional(),
    startedBy: z.string().optional(),
    startedAt: z.date().optional(),
    urgency: z.enum(measureUrgencies).optional(),
    /** A SUPERVISOR has it compared with other agencies' although the dossier is for its owner alone. */
    comparesSecret: z.boolean().optional(),
    /**
     * The joint operation that it is planned in: the measures of one do not clash with each other. It follows from the operation, and the dossier's
     * readers are not told.
     */
    operation: z.string().optional(),
    /** It was recorded as begun; it stays so when it is authorised afterwards. */
    isUnauthorised: z.boolean().optional(),
  },
  check(given, { today, provisions }) {
    const { provenance: _, ...measure } = given;
    const dated = checkDate(measure.date, today, { mayLieAhead: mayLieAhead(measure.state) });
    const problems = [
      ...('problems' in dated ? under('date', dated.problems) : []),
      ...stateProblems(given, today),
      ...(measure.kind === 'OTHER' ? [] : groundProblems(measure, provisions)),
    ];
    if (problems.length > 0) return { problems };
    return { value: { ...measure, ...(begunStates.includes(measure.state) && { isUnauthorised: true }) } };
  },
  // The ground is a provision of a closed list; where an older record has words instead, `free-text.ts` finds them.
  texts: noFreeTexts,
});

export type Measure = ValueOfKind<typeof measures>;
