import {
  mostAnsweredOutsideADay,
  mostAssignedADay,
  mostListedQuestionsADay,
  mostQuestionsADay,
  mostRefusalsADay,
  mostStoodInADay,
  mostTakenOverADay,
  mostTakenUpADay,
  mostTurnedDownADay,
  mostWordedADay,
} from '../../subgraphs/agency/records/requests/counted-request-step.ts';
import { tableUnder } from '../support/tables.ts';

test('the bounds of an officer’s day on requests are those of the code', () => {
  expect(tableUnder('docs/requests.md', 'Who answers for a received request')).toEqual([
    ['requests taken up that nobody has', String(mostTakenUpADay)],
    ['requests assigned to others', String(mostAssignedADay)],
    ['requests taken over from officers for whom one does not stand in', String(mostTakenOverADay)],
    ['requests taken over from officers for whom one stands in', String(mostStoodInADay)],
    [
      "words and answers of others turned down or replaced, on requests of none of one's cases",
      String(mostTurnedDownADay),
    ],
    ["answers proposed to accepted requests of none of one's cases", String(mostAnsweredOutsideADay)],
    ['replies to questions, and reasons of later dates, written', String(mostWordedADay)],
    ['questions about the form, by the list or in free words', String(mostQuestionsADay)],
    ['those after which none of the list is put, which goes at once', String(mostListedQuestionsADay)],
    ['proposals to refuse a request, to call it impossible, or to answer NO_DATA', String(mostRefusalsADay)],
  ]);
});
