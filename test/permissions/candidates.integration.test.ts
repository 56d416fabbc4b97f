import type { DemoAgency } from '../../workshop/demo-data/agencies/demo-agencies.ts';
import type { Asker } from '../support/composed/callers.ts';
import { type MarkedFederation, markedFederation } from '../support/composed/marked-federation.ts';
import { type SearchedName, searchedIn, searchedRecords } from '../support/marked/searched.ts';
import { classRefusal, isVisible, policyRefusal, type Question } from '../support/policy/oracle.ts';
import { classOfCriterion, everyCriterion, toldOf } from '../support/policy/search.ts';
import { namedCase, states } from '../support/policy/states.ts';
import { everyRole, owners } from '../support/policy/table.ts';
import type { ToldMatch } from '../support/search/asked.ts';
import { candidatesInProcess } from '../support/search/candidates-in-process.ts';
import { inWords, matchInWords, nameOfDossier, receiptInWords, unequal } from '../support/search/compare.ts';
import { mandatesOf, type Searcher, searchers } from '../support/search/situations.ts';
import { isTwentieth } from '../support/twentieth.ts';

const other = { BELARUS: 'RUSSIA', RUSSIA: 'BELARUS' } as const;
const typeOf = { BELARUS: 'BelarusDossier', RUSSIA: 'RussiaDossier' } as const;

/** Without these two of the states there are no more than are told at most. */
const leftOut: readonly SearchedName[] = ['cleared, hit only', 'released later'];
const known = (agency: DemoAgency) => searchedIn(agency).filter(({ name }) => !leftOut.includes(name));
const records = (agency: DemoAgency) => {
  const all = searchedRecords(agency);
  return { ...all, dossiers: all.dossiers.filter(({ _id }) => known(agency).some(({ id }) => id === _id)) };
};

interface SealedCandidate {
  match: ToldMatch;
  dossier: { id: string } | null;
  hit: { reference: string } | null;
}

const codesIn = (errors: { extensions: { code: string } }[] = []) =>
  errors.map(({ extensions }) => extensions.code);

const selection = `candidates { match { agency band score isAssociation evidence { kind outcome weight } }
  dossier { id } hit { reference until } }`;
const candidatesIn = (agency: DemoAgency) =>
  `query ($id: ID!) { suspect(id: $id) { ${agency.toLowerCase()} { id ${selection} } } }`;

/** Of what dossiers the candidates are asked: one that nobody has decided of, and one that was. */
const sought = ['visible', 'linked and disputed'] as const;

const rowsOf = (searcher: Searcher) =>
  mandatesOf(searcher).flatMap((mandate) =>
    owners.flatMap((owner) => sought.map((name) => ({ ...mandate, owner, name }))),
  );
type Row = ReturnType<typeof rowsOf>[number];

/** The first row of each role at each agency, of each agency's dossiers, and every twentieth of the rest. */
function goesThroughGateway({ asker: { agency, roles, mandate }, owner, name }: Row): boolean {
  const { purpose, legalBasis, case: caseNumber } = mandate;
  const isOfOne = roles.length <= 1 && purpose === 'INVESTIGATION' && legalBasis === 'COOPERATION_AGREEMENT';
  const isFirst = isOfOne && name === sought[0];
  return isFirst || isTwentieth(`${agency} ${roles} ${purpose} ${legalBasis} ${caseNumber} ${owner} ${name}`);
}

describe('the candidates of a dossier', () => {
  let federation: MarkedFederation;
  let inProcess: ReturnType<typeof candidatesInProcess>;
  beforeAll(async () => {
    federation = await markedFederation({ records });
    const { BELARUS, RUSSIA } = federation.databases;
    inProcess = candidatesInProcess({ BELARUS: BELARUS.stores, RUSSIA: RUSSIA.stores }, selection);
  });
  afterAll(() => federation.stop());

  const idOf = (agency: DemoAgency, name: SearchedName) =>
    known(agency).find((one) => one.name === name)?.id as string;

  /** What of a dossier is told to whoever may read some of another agency's, and asks for a case. */
  function expected(owner: DemoAgency, name: (typeof sought)[number], questions: readonly Question[]) {
    const [toOwner, toOther] = [owner, other[owner]].map((one) =>
      questions.find((each) => each.owner === one),
    ) as [Question, Question];
    if (!isVisible(toOwner, states[name])) return { matches: [], receipts: [], isNull: true, codes: [] };
    const refused = policyRefusal(toOther, 'OPEN');
    const receipts = refused
      ? [`${typeOf[owner]}.candidates OPEN of ${other[owner]}: ${refused.reason}, all`]
      : [];
    if (!refused && !toOther.case) return { matches: [], receipts, isNull: true, codes: ['MANDATE_INVALID'] };
    const readable = everyCriterion.filter(
      (each) => !classRefusal(toOwner, classOfCriterion(each), states[name]),
    );
    const matches = known(other[owner]).flatMap((one) => {
      const isLinked = one.state.link?.join() === 'SAME,SAME';
      const isDecided = one.name === name && one.state.link?.includes('DIFFERENT');
      const told = toldOf(toOther, one.state, readable, true);
      const words = inWords(`${other[owner]} ${one.name}`, told);
      return isLinked || isDecided || told.kind === 'NOTHING' ? [] : [words];
    });
    return { matches: refused ? [] : matches, receipts, isNull: refused !== undefined, codes: [] };
  }

  async function askRow(row: Row) {
    const id = idOf(row.owner, row.name);
    if (!goesThroughGateway(row))
      return { ...row, way: 'in process', body: await inProcess(row.asker, row.owner, id) };
    const asked = { query: candidatesIn(row.owner), variables: { id } };
    return { ...row, way: 'through the gateway', body: (await federation.ask(row.asker, asked)).body };
  }

  test.each(searchers)(
    'are told to $roles of $agency for $purpose as both agencies decide',
    async (searcher) => {
      const answers = await Promise.all(rowsOf(searcher).map(askRow));
      const hits = await Promise.all(
        owners.map((owner) => federation.databases[owner].models.hits.find().lean()),
      );
      const dossierOfHit = new Map(hits.flat().map(({ _id, dossier }) => [_id, dossier]));
      const found = answers.flatMap(({ owner, name, questions, asker, way, body }) => {
        const { data, errors, extensions } = JSON.parse(body);
        const candidates: SealedCandidate[] | null = data?.suspect?.[owner.toLowerCase()]?.candidates ?? null;
        const { matches, receipts, isNull, codes } = expected(owner, name, questions);
        const words = (candidates ?? []).map(({ match, dossier, hit }) => {
          const id = dossier?.id ?? dossierOfHit.get(hit?.reference ?? '') ?? '';
          return matchInWords(nameOfDossier.get(id) ?? 'unknown', match, hit !== null);
        });
        const told = (extensions?.redactions ?? []).map(receiptInWords);
        return [
          ...unequal('error', codes, codesIn(errors)),
          ...unequal('candidate', matches, words),
          ...unequal(
            'receipt',
            receipts,
            told.filter((one: string) => one.includes('candidates')),
          ),
          ...((candidates === null) === isNull ? [] : [`null: ${candidates === null}`]),
          ...(body.includes('MARK-') ? ['a mark'] : []),
        ].map((one) => `${asker.mandate.legalBasis} ${owner} ${name}, ${way}: ${one}`);
      });
      expect(found).toEqual([]);
    },
  );

  test('go through the gateway for every role at each agency, and for one row in twenty', () => {
    const rows = searchers.flatMap(rowsOf);
    const through = rows.filter(goesThroughGateway);
    const met = new Set(through.map(({ asker: { agency, roles }, owner }) => `${agency} ${roles} ${owner}`));
    for (const agency of owners)
      for (const owner of owners)
        for (const role of everyRole) expect(met).toContain(`${agency} ${role} ${owner}`);
    expect(through.length).toBeGreaterThan(rows.length / 30);
    expect(through.length).toBeLessThan(rows.length / 8);
  });

  const mandate = { purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT', case: namedCase } as const;
  const asker: Asker = { agency: 'BELARUS', roles: ['INVESTIGATOR'], mandate };
  const ask = async (query: string, variables = {}) =>
    JSON.parse((await federation.ask(asker, { query, variables })).body);

  test('are null for one that is ORIGINATOR_ONLY, and the other agency hears nothing of it', async () => {
    const reads = federation.databases.RUSSIA.models.reads;
    const before = await reads.countDocuments();
    const { data, extensions } = await ask(candidatesIn('BELARUS'), { id: idOf('BELARUS', 'dark') });
    expect(data.suspect.belarus).toEqual({ id: idOf('BELARUS', 'dark'), candidates: null });
    expect(extensions).toBeUndefined();
    expect(await reads.countDocuments()).toBe(before);
  });

  const one = `suspect(id: "${idOf('BELARUS', 'visible')}")`;
  test.each([
    ['of both halves', `{ ${one} { belarus { ${selection} } russia { ${selection} } } }`],
    [
      'under two aliases',
      `{ a: ${one} { belarus { ${selection} } } b: ${one} { belarus { ${selection} } } }`,
    ],
    ['of a list', `{ belarus { dossiers(first: 2) { nodes { ${selection} } } } }`],
    [
      'by a fragment on the interface, spread twice',
      `{ ${one} { belarus { ...C } russia { ...C } } } fragment C on Dossier { id ... on BelarusDossier { ${selection} } ... on RussiaDossier { ${selection} } }`,
    ],
    [
      'beside a search',
      `{ ${one} { belarus { ${selection} } } searchSuspects(criteria: { surname: "Кулешов" }) { agencies { agency } } }`,
    ],
  ])('are those of one dossier in an operation, and not %s', async (_name, query) => {
    const { data, errors } = await ask(query);
    expect(data).toBeUndefined();
    expect(errors.map(({ extensions }: { extensions: { code: string } }) => extensions.code)).toContain(
      'ONE_SEARCH_ONLY',
    );
  });

  describe('straight at the subgraph', () => {
    const representations = async () => {
      const tokensOf =
        'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Suspect { belarus { id matchTokens } } } }';
      const { body } = await federation.askSubgraph('BELARUS', asker, {
        query: tokensOf,
        variables: { of: sought.map((name) => ({ __typename: 'Suspect', id: idOf('BELARUS', name) })) },
      });
      return JSON.parse(body).data._entities.map(({ belarus }: { belarus: object }) => ({
        __typename: 'BelarusDossier',
        ...belarus,
      }));
    };
    const comparison = (of: string, body = 'candidates { dossier { id } hit { reference } }') =>
      `query (${of}: [_Any!]!) { _entities(representations: ${of}) { ... on BelarusDossier { ${body} } } }`;
    const answered = async (query: string, variables: object) => {
      const { body } = await federation.askSubgraph('RUSSIA', asker, {
        query,
        variables: variables as never,
      });
      const { data, errors = [] } = JSON.parse(body);
      const lists = (data?._entities ?? []).flatMap((each: Record<string, unknown> | null) =>
        Object.values(each ?? {}).filter(Array.isArray),
      );
      return {
        lists: lists.length,
        codes: errors.map((each: { extensions: { code: string } }) => each.extensions.code),
      };
    };

    test('are of one representation', async () => {
      const [first] = await representations();
      expect(await answered(comparison('$of'), { of: [first] })).toEqual({ lists: 1, codes: [] });
    });

    test.each(['$representations', '$of'])(
      'are of no second one, whatever the variable %s is called',
      async (name) => {
        const both = await representations();
        const { lists, codes } = await answered(comparison(name), { [name.slice(1)]: both });
        expect(lists).toBeLessThanOrEqual(1);
        expect(codes).toEqual(['ONE_SEARCH_ONLY']);
      },
    );

    test('are asked by no second alias', async () => {
      const [first] = await representations();
      const twice = 'a: candidates { hit { reference } } b: candidates { hit { reference } }';
      const { lists, codes } = await answered(comparison('$of', twice), { of: [first] });
      expect({ lists, codes }).toEqual({ lists: 1, codes: ['ONE_SEARCH_ONLY'] });
    });
  });
});
