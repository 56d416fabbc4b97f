import type { Asker } from '../support/composed/callers.ts';
import { type MarkedFederation, markedFederation } from '../support/composed/marked-federation.ts';
import { criteriaOf, searchedIn, searchedRecords } from '../support/marked/searched.ts';
import { namedCase } from '../support/policy/states.ts';
import { owners } from '../support/policy/table.ts';
import { searchDocument } from '../support/search/asked.ts';
import { searchInProcess } from '../support/search/search-in-process.ts';
import { searches } from '../support/search/situations.ts';
import { isTwentieth } from '../support/twentieth.ts';

const other = { BELARUS: 'RUSSIA', RUSSIA: 'BELARUS' } as const;
const mandate = { purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT', case: namedCase } as const;

/** Of what another agency's viewers must not be able to tell whether there is any. */
const dark = (agency: (typeof owners)[number]) =>
  searchedIn(agency)
    .filter(({ state }) => state.handlingCode === 'ORIGINATOR_ONLY' || state.isCleared)
    .map(({ id }) => id);

describe.each(owners)('what %s keeps to itself', (owner) => {
  let federation: MarkedFederation;
  let inProcess: ReturnType<typeof searchInProcess>;
  const sent: string[] = [];
  beforeAll(async () => {
    federation = await markedFederation({ records: searchedRecords });
    const { BELARUS, RUSSIA } = federation.databases;
    inProcess = searchInProcess({ BELARUS: BELARUS.stores, RUSSIA: RUSSIA.stores });
    for (const each of owners)
      federation.databases[each].models.dossiers.db
        .getClient()
        .on('commandStarted', ({ commandName }) => sent.push(`${each} ${commandName}`));
  });
  afterAll(() => federation.stop());

  const askers: Asker[] = [['INVESTIGATOR'], ['ANALYST'], ['LIAISON'], ['OVERSEER']].map((roles) => ({
    agency: other[owner],
    roles,
    mandate,
  }));

  /** The first search of each role goes through the gateway, and every twentieth of the rest. */
  async function ask(asker: Asker, names: (typeof searches)[number]) {
    const variables = { criteria: criteriaOf(names), scope: [owner], first: 40 };
    if (names === searches[0] || isTwentieth(`${owner} ${asker.roles} ${names}`))
      return federation.ask(asker, { query: searchDocument, variables });
    return { status: 200, body: await inProcess(asker, variables) };
  }

  /** What each search answers, and what it sent to the databases. */
  async function everything() {
    const answers: { status: number; body: string; commands: string[] }[] = [];
    for (const asker of askers)
      for (const names of searches) {
        sent.length = 0;
        const { status, body } = await ask(asker, names);
        // A cursor is sealed with a number of its own each time, whatever is in it.
        const comparable = body.replaceAll(
          /"(cursor|startCursor|endCursor)":"([^"]+)"/g,
          (_all, key, text) => `${key} of ${text.length}`,
        );
        answers.push({ status, body: comparable, commands: [...sent] });
      }
    return answers;
  }

  test('changes no byte of a search abroad, and no command to a database', async () => {
    // The references of hits are made the first time.
    await everything();
    const before = await everything();
    const ids = dark(owner);
    expect(ids).toHaveLength(5);
    const { dossiers } = federation.databases[owner].models;
    expect((await dossiers.collection.deleteMany({ _id: { $in: ids } } as never)).deletedCount).toBe(5);
    expect(await everything()).toEqual(before);
    expect(before.some(({ body }) => body.includes('"hit":{'))).toBe(true);
  });

  test('and what is a hit does, when it goes', async () => {
    const asked = {
      query: searchDocument,
      variables: { criteria: criteriaOf(['surname', 'givenName', 'birthDate']), scope: [owner] },
    };
    const [asker] = askers as [Asker];
    const { body } = await federation.ask(asker, asked);
    const [hit] = searchedIn(owner).filter(({ name }) => name === 'hit only');
    await federation.databases[owner].models.dossiers.collection.deleteOne({ _id: hit?.id } as never);
    expect((await federation.ask(asker, asked)).body).not.toBe(body);
  });
});
