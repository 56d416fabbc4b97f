import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { MarkedRecords } from '../../support/marked/records.ts';
import { searchedIn } from '../../support/marked/searched.ts';
import { classRefusal, isVisible, policyRefusal, type Question } from '../../support/policy/oracle.ts';
import type { SearchedState } from '../../support/policy/search.ts';
import type { Column } from '../../support/policy/table.ts';
import { emptied, signed } from './twin.ts';

/** Whether a class can make a difference to what a search tells of a dossier: as it is read, or for a hit. */
function matters(question: Question, column: Column, state: SearchedState): boolean {
  if (policyRefusal(question, column)) return false;
  const isRead = isVisible(question, state) && !classRefusal(question, column, state);
  const isLinked = isVisible(question, state) && state.link?.join() === 'SAME,SAME';
  return isRead || (question.side === 'foreign' && !isLinked);
}

function twinOf(dossier: DossierRecord, state: SearchedState, question: Question): DossierRecord {
  const twin: Record<string, unknown> = { ...dossier };
  for (const [column, fields] of Object.entries(emptied)) {
    if (matters(question, column as Column, state)) continue;
    for (const field of fields) twin[field] = [];
    if (column === 'IDENTITY') for (const field of ['birth', 'birthPlace', 'sex']) delete twin[field];
  }
  if (question.side === 'foreign') twin.contacts = signed(twin.contacts as DossierRecord['contacts']);
  return twin as unknown as DossierRecord;
}

/** Another world, which this viewer must not be able to tell from the first by any search. */
export function searchTwin(records: MarkedRecords, question: Question): MarkedRecords {
  const states = new Map(searchedIn(question.owner).map(({ id, state }) => [id, state]));
  const dossiers = records.dossiers.flatMap((dossier) => {
    const state = states.get(dossier._id) as SearchedState;
    const isDark =
      question.side === 'foreign' &&
      (state.handlingCode === 'ORIGINATOR_ONLY' || state.isCleared || policyRefusal(question, 'OPEN'));
    return isDark ? [] : [twinOf(dossier, state, question)];
  });
  return { ...records, dossiers };
}
