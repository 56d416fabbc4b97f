import { type Mutant, without } from '../../mutants/mutant.ts';

/** Defences of who works on a dossier, a request or an alert. */
export const caseMutants: readonly Mutant[] = [
  without(
    'case of who adds one',
    'subgraphs/agency/api/resolvers/writing-resolvers.ts',
    "if (action !== 'contestValue') demandCaseOf",
    "if (action !== 'contestValue' && action !== 'addCase') demandCaseOf",
  ),
  without(
    'role of who adds a case',
    'terms/actions.ts',
    "addCase: ['SUPERVISOR']",
    "addCase: ['SUPERVISOR', 'INVESTIGATOR']",
  ),
  without(
    'case of a withdrawal',
    'subgraphs/agency/records/requests/steps/request-steps.ts',
    'withdrawRequest: {\n    needsCase: true,',
    'withdrawRequest: {',
  ),
  without(
    'requests taken over in a day',
    'subgraphs/agency/records/requests/counted-request-step.ts',
    'mostTakenOverADay = 20',
    'mostTakenOverADay = 2_000',
  ),
  without(
    'questions in a day',
    'subgraphs/agency/records/requests/counted-request-step.ts',
    'mostListedQuestionsADay = 20',
    'mostListedQuestionsADay = 2_000',
  ),
  without(
    'refusals in a day',
    'subgraphs/agency/records/requests/counted-request-step.ts',
    'mostRefusalsADay = 50',
    'mostRefusalsADay = 5_000',
  ),
  without(
    'case of a closing',
    'subgraphs/agency/records/requests/steps/request-steps.ts',
    'closeRequest: {\n    needsCase: true,',
    'closeRequest: {',
  ),
  without(
    'requests taken up in a day',
    'subgraphs/agency/records/requests/counted-request-step.ts',
    'mostTakenUpADay = 30',
    'mostTakenUpADay = 3_000',
  ),
  without(
    'answers turned down in a day',
    'subgraphs/agency/records/requests/counted-request-step.ts',
    'mostTurnedDownADay = 20',
    'mostTurnedDownADay = 2_000',
  ),
  without(
    'answers from outside in a day',
    'subgraphs/agency/records/requests/counted-request-step.ts',
    'mostAnsweredOutsideADay = 20',
    'mostAnsweredOutsideADay = 2_000',
  ),
  without(
    'trace of answers that were turned down',
    'subgraphs/agency/api/requests/request-events.ts',
    'half.droppedAnswers ?? []',
    '[]',
  ),
  without(
    'replies in a day',
    'subgraphs/agency/records/requests/counted-request-step.ts',
    'mostWordedADay = 50',
    'mostWordedADay = 5_000',
  ),
  without(
    'trace of words that were turned down',
    'subgraphs/agency/records/requests/words/waiting-words.ts',
    "dropWords(half, { by, at }, 'TURNED_DOWN')",
    'withoutWords(half)',
  ),
  without(
    'case of a step on an alert',
    'subgraphs/agency/api/alerts/alert-steps.ts',
    'demandCaseOfAlert(context, record, action);',
    '',
  ),
  without(
    'means of a step on an alert',
    'subgraphs/agency/api/alerts/alert-steps.ts',
    "if (event.kind === 'ACT' && !(await isKnownMeans(event, record, context)))",
    "if (event.kind === 'ACT' && event.named === 'ACT')",
  ),
];
