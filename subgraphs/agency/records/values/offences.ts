import { noFreeTexts } from '../formats/text/free-text.ts';
import { offenceProblems } from './problems/offence-problems.ts';
import { inputCase, inputPartialDate, inputText, inputValue } from './value.ts';
import { listKind, type ValueOfKind } from './value-kind.ts';

export const offences = listKind({
  class: 'CASE',
  most: 100,
  input: inputValue({
    article: inputText(20).describe("Number of an article of the owner's criminal code, such as `159.3`."),
    committedOn: inputPartialDate,
    case: inputCase.optional(),
  }),
  check({ provenance: _, ...offence }, context) {
    const problems = offenceProblems(offence, context);
    return problems.length > 0 ? { problems } : { value: offence };
  },
  texts: noFreeTexts,
});

export type Offence = ValueOfKind<typeof offences>;
