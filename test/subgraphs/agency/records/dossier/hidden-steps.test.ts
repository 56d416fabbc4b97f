import { hiddenFrom } from '../../../../../subgraphs/agency/api/resolvers/history-page.ts';
import { historyActions } from '../../../../../terms/enums.ts';

const releasing = historyActions.filter((action) => /_(RELEASE|SHAREABLE)$/.test(action));
const linking = historyActions.filter((action) => action.endsWith('_LINK'));

test('who reads neither releases nor links is told of no step on them, and of every other', () => {
  expect(hiddenFrom({ side: 'own', roles: ['ANALYST'] })).toEqual([...releasing, ...linking]);
});

test('an investigator is told of releases and of no link, a liaison of both', () => {
  expect(hiddenFrom({ side: 'own', roles: ['INVESTIGATOR'] })).toEqual(linking);
  expect(hiddenFrom({ side: 'own', roles: ['LIAISON'] })).toEqual([]);
});

test('who reads no history is told of no step, nor is anybody abroad', () => {
  expect(hiddenFrom({ side: 'own', roles: ['PARTNER'] })).toEqual(historyActions);
  expect(hiddenFrom({ side: 'foreign', roles: ['LIAISON', 'SUPERVISOR'] })).toEqual(historyActions);
});
