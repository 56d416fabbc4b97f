import { mark } from '../marked/marks.ts';
import {
  everyMark,
  expectedMarks,
  expectedPaths,
  expectedReceipts,
  type Receipt,
} from '../policy/expected.ts';
import { actionRefusal, type Question } from '../policy/oracle.ts';
import type { DossierState } from '../policy/states.ts';
import { fullPaths, fullReads } from './asked-of-agency.ts';
import { filledPaths } from './selection.ts';

/** What an agency has answered of one dossier and of its record of reads. */
export interface AnswerOnDossier {
  dossier: unknown;
  reads: unknown;
  redactions: readonly Receipt[];
  errors: unknown;
  /** All of it as it was sent. */
  text: string;
}

const paths = {
  BELARUS: { dossier: fullPaths('BELARUS'), reads: fullReads('BELARUS') },
  RUSSIA: { dossier: fullPaths('RUSSIA'), reads: fullReads('RUSSIA') },
};

const inWords = ({ coordinate, class: of, owner, reason, records }: Receipt): string =>
  `${coordinate} ${of} of ${owner}: ${reason}, ${records === null ? 'all' : records.join(' ')}`;

function* unequal(what: string, expected: Iterable<string>, found: Iterable<string>): Generator<string> {
  const [wanted, had] = [new Set(expected), new Set(found)];
  for (const one of wanted) if (!had.has(one)) yield `${what} missing: ${one}`;
  for (const one of had) if (!wanted.has(one)) yield `${what} too many: ${one}`;
}

/** Everything in which an answer differs from what policy and record say, for people to read. */
export function differences(
  question: Question,
  { id, state }: { id: string; state: DossierState | undefined },
  answer: AnswerOnDossier,
): string[] {
  const { dossier, reads } = paths[question.owner];
  const mayReadReads = !actionRefusal(question, 'Query/reads');
  const receipts = answer.redactions.map(inWords);
  return [
    ...(answer.errors === undefined ? [] : [`error: ${JSON.stringify(answer.errors)}`]),
    ...unequal('value', expectedPaths(question, state, dossier), filledPaths(answer.dossier)),
    ...unequal('value', mayReadReads ? reads : [], filledPaths({ reads: answer.reads })),
    ...unequal('receipt', expectedReceipts(question, state, id).map(inWords), receipts),
    ...receipts.filter((one, index) => receipts.indexOf(one) < index).map((one) => `receipt twice: ${one}`),
    ...unequal(
      'mark',
      expectedMarks(question, state),
      everyMark.filter((of) => answer.text.includes(mark(of, id))),
    ),
  ];
}
