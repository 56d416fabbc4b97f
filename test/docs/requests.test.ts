import { expect, test } from 'vitest';
import {
  mostQuestionsADay,
  mostRefusalsADay,
  mostTakenOverADay,
} from '../../subgraphs/agency/records/requests/counted-request-step.ts';
import { tableUnder } from '../support/tables.ts';

test('the bounds of an officer’s day on requests are those of the code', () => {
  expect(tableUnder('docs/requests.md', 'Who answers for a received request')).toEqual([
    ['requests taken over from officers for whom one does not stand in', String(mostTakenOverADay)],
    ['questions about the form, by the list or in free words', String(mostQuestionsADay)],
    ['proposals to refuse a request, or to call it impossible', String(mostRefusalsADay)],
  ]);
});
