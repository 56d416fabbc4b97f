import { profileQuestions, type Question, questionOf, tokensOf } from '../profile/questions.ts';
import type { Sample } from './fill.ts';

/** A page of what one agency has, by its length. */
export const pageLengths = [10, 50, 100] as const;

const list = `query List($first: Int!) { belarus { dossiers(first: $first) {
  nodes { id handlingCode names { full } birth { date } offences { article { code } } status { stage } }
  pageInfo { hasNextPage endCursor } } } }`;

const search = `query Search($criteria: SuspectCriteria!) { searchSuspects(criteria: $criteria, first: 20) {
  nodes { suspect { id belarus { id names { full } } russia { id names { full } } } hit { reference }
    matches { agency band score evidence { kind outcome } } }
  agencies { agency outcome } } }`;

const candidates = `query Candidates($id: ID!) { suspect(id: $id) { belarus { id
  candidates { match { agency band score evidence { kind } } dossier { id } hit { reference } } } } }`;

export type OperationName = 'profile' | 'search' | 'candidates' | `list of ${(typeof pageLengths)[number]}`;

/** The questions of each operation over a database, each asked by the next of fifty officers. */
export async function operationsOver(
  directory: string,
  { linked, alone }: Sample,
): Promise<Map<OperationName, Question[]>> {
  const tokens = await tokensOf(directory, 50);
  const asked = (query: string, variables: readonly object[]) =>
    variables.map((each, index) => questionOf(tokens[index % tokens.length] ?? '', query, each));
  return new Map<OperationName, Question[]>([
    ['profile', await profileQuestions(directory, linked)],
    ...pageLengths.map((first): [OperationName, Question[]] => [
      `list of ${first}`,
      asked(
        list,
        tokens.map(() => ({ first })),
      ),
    ]),
    [
      'search',
      asked(
        search,
        alone.map(({ criteria }) => ({ criteria })),
      ),
    ],
    [
      'candidates',
      asked(
        candidates,
        alone.map(({ id }) => ({ id })),
      ),
    ],
  ]);
}
