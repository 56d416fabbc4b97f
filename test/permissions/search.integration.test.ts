import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type MarkedFederation, markedFederation } from '../support/composed/marked-federation.ts';
import { criteriaOf, searchedRecords } from '../support/marked/searched.ts';
import { owners } from '../support/policy/table.ts';
import { searchDocument } from '../support/search/asked.ts';
import { searchDifferences } from '../support/search/compare.ts';
import { mandatesOf, searchers } from '../support/search/situations.ts';

describe('a search for the person of every dossier', () => {
  let federation: MarkedFederation;
  beforeAll(async () => {
    federation = await markedFederation({ records: searchedRecords });
  });
  afterAll(() => federation.stop());

  async function dossierOfHit(): Promise<Map<string, string>> {
    const hits = await Promise.all(
      owners.map((owner) => federation.databases[owner].models.hits.find().lean()),
    );
    return new Map(hits.flat().map(({ _id, dossier }) => [_id, dossier]));
  }

  test.each(searchers)(
    'of $roles of $agency for $purpose tells what the agencies decide',
    async (searcher) => {
      const asks = mandatesOf(searcher).flatMap((mandate) =>
        mandate.searches.map((names) => ({ ...mandate, names })),
      );
      const answers = await Promise.all(
        asks.map(async (ask) => ({
          ...ask,
          ...(await federation.ask(ask.asker, {
            query: searchDocument,
            variables: { criteria: criteriaOf(ask.names) },
          })),
        })),
      );
      const hits = await dossierOfHit();
      const found = answers.flatMap(({ asker, questions, names, body }) =>
        searchDifferences(questions, names, { body, dossierOfHit: hits }).map(
          (one) =>
            `${asker.mandate.legalBasis} ${asker.mandate.case ?? 'no case'}, by ${names.join(' ')}: ${one}`,
        ),
      );
      expect(found).toEqual([]);
    },
  );
});
