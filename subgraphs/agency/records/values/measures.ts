import { z } from 'zod';
import { measureKinds, measureStates } from '../../../../terms/enums.ts';
import { checkDate } from '../formats/dates/check-date.ts';
import { noFreeTexts } from '../formats/text/free-text.ts';
import { under } from '../problem.ts';
import { groundProblems } from './problems/ground-problems.ts';
import { inputCase, inputPartialDate, inputText, inputValue } from './value.ts';
import { listKind, type ValueOfKind } from './value-kind.ts';

/** States of a measure that has not been taken yet: TACTICAL, while those taken are CASE. */
export const plannedStates: readonly string[] = ['PLANNED', 'AUTHORISED'];

/** A measure that was not taken, or not in the end, may have a date ahead. */
const mayLieAhead = (state: string): boolean => [...plannedStates, 'CANCELLED'].includes(state);

/** Measures against the person. They are planned before they are taken, and their history says so: as a kind they are TACTICAL. */
export const measures = listKind({
  class: 'TACTICAL',
  classOf: ({ state }) => (plannedStates.includes(state) ? 'TACTICAL' : 'CASE'),
  most: 100,
  input: inputValue({
    kind: z.enum(measureKinds),
    state: z.enum(measureStates),
    date: inputPartialDate,
    ground: inputText().describe(
      "A provision of the agency's closed list, by its citation, such as `Code of Criminal Procedure, Article 208`.",
    ),
    case: inputCase.optional(),
  }),
  check({ provenance: _, ...measure }, { today, provisions }) {
    const dated = checkDate(measure.date, today, { mayLieAhead: mayLieAhead(measure.state) });
    const problems = [
      ...('problems' in dated ? under('date', dated.problems) : []),
      ...groundProblems(measure, provisions),
    ];
    return problems.length > 0 ? { problems } : { value: measure };
  },
  // The ground is a provision of a closed list; where an older record has words instead, `free-text.ts` finds them.
  texts: noFreeTexts,
});

export type Measure = ValueOfKind<typeof measures>;
