import { type MarkedFederation, markedFederation } from '../support/composed/marked-federation.ts';
import { long } from '../support/long.ts';
import { criteriaOf, searchedRecords } from '../support/marked/searched.ts';
import type { CriterionName } from '../support/policy/search.ts';
import { everyRole, owners } from '../support/policy/table.ts';
import { searchDocument } from '../support/search/asked.ts';
import { searchDifferences } from '../support/search/compare.ts';
import { searchInProcess } from '../support/search/search-in-process.ts';
import {
  mandatesOf,
  type Searcher,
  type SearchMandate,
  searchers,
  searches,
} from '../support/search/situations.ts';
import { isTwentieth } from '../support/twentieth.ts';

interface Row extends Pick<SearchMandate, 'asker' | 'questions'> {
  names: readonly CriterionName[];
}

/** Who has two roles reads what one of them may, so that fewer searches tell. */
const ofTwoRoles = long.rows(searches, 1, 3, 8);

const rowsOf = (searcher: Searcher): Row[] =>
  mandatesOf(searcher).flatMap(({ asker, questions, searches: each }) =>
    each
      .filter((names) => searcher.roles.length < 2 || ofTwoRoles.includes(names))
      .map((names) => ({ asker, questions, names })),
  );

/** The first row of each role at each agency, and every twentieth of the rest. */
function goesThroughGateway({ asker: { agency, roles, mandate }, names }: Row): boolean {
  const { purpose, legalBasis, case: caseNumber } = mandate;
  const isOfOne = roles.length <= 1 && purpose === 'INVESTIGATION' && legalBasis === 'COOPERATION_AGREEMENT';
  const isFirst = isOfOne && names === searches[0];
  return isFirst || isTwentieth(`${agency} ${roles} ${purpose} ${legalBasis} ${caseNumber} ${names}`);
}

describe('a search for the person of every dossier', () => {
  let federation: MarkedFederation;
  let inProcess: ReturnType<typeof searchInProcess>;
  beforeAll(async () => {
    federation = await markedFederation({ records: searchedRecords });
    const { BELARUS, RUSSIA } = federation.databases;
    inProcess = searchInProcess({ BELARUS: BELARUS.stores, RUSSIA: RUSSIA.stores });
  });
  afterAll(() => federation.stop());

  async function dossierOfHit(): Promise<Map<string, string>> {
    const hits = await Promise.all(
      owners.map((owner) => federation.databases[owner].models.hits.find().lean()),
    );
    return new Map(hits.flat().map(({ _id, dossier }) => [_id, dossier]));
  }

  let last: Promise<unknown> = Promise.resolve();
  /** One after the other: of the large queries of an officer the gateway answers only so many at a time. */
  function askGateway(asker: Row['asker'], variables: Record<string, unknown>) {
    const answer = last.then(() => federation.ask(asker, { query: searchDocument, variables }));
    last = answer.catch(() => undefined);
    return answer;
  }

  async function ask(row: Row) {
    const variables = { criteria: criteriaOf(row.names) };
    if (!goesThroughGateway(row))
      return { ...row, way: 'in process', body: await inProcess(row.asker, variables) };
    const { body } = await askGateway(row.asker, variables);
    return { ...row, way: 'through the gateway', body };
  }

  test.each(searchers)(
    'of $roles of $agency for $purpose tells what the agencies decide',
    async (searcher) => {
      const answers = await Promise.all(rowsOf(searcher).map(ask));
      const hits = await dossierOfHit();
      const found = answers.flatMap(({ asker, questions, names, way, body }) =>
        searchDifferences(questions, names, { body, dossierOfHit: hits }).map(
          (one) =>
            `${asker.mandate.legalBasis} ${asker.mandate.case ?? 'no case'}, by ${names.join(' ')}, ${way}: ${one}`,
        ),
      );
      expect(found).toEqual([]);
    },
  );

  test('goes through the gateway for every role at each agency, and for one row in twenty', () => {
    const rows = searchers.flatMap(rowsOf);
    const through = rows.filter(goesThroughGateway);
    const met = new Set(through.map(({ asker: { agency, roles } }) => `${agency} ${roles}`));
    for (const owner of owners) for (const role of everyRole) expect(met).toContain(`${owner} ${role}`);
    expect(through.length).toBeGreaterThan(rows.length / 30);
    expect(through.length).toBeLessThan(rows.length / 8);
  });
});
