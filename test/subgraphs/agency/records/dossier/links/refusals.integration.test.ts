import {
  type Comparison,
  sealEvidence,
} from '../../../../../../subgraphs/agency/api/resolvers/link-evidence.ts';
import { belarus } from '../../../../../../subgraphs/belarus/definition.ts';
import { dossierOf } from '../../../../../support/hand-made-dossiers.ts';
import { testKeys } from '../../../../../support/match-keys.ts';
import { type LinkingAgency, linkingAgency } from './support.ts';

const by = (n: number) => `BY-000000000${n}`;
const ru = 'RU-0000000001';
const dossiers = Array.from({ length: 8 }, (_, n) => dossierOf(by(n)));

describe('a link is refused', () => {
  let home: LinkingAgency;
  beforeAll(async () => {
    home = await linkingAgency(belarus, dossiers);
  });
  afterAll(() => home.stop());

  test.each(['ANALYST', 'INVESTIGATOR', 'SUPERVISOR', 'OVERSEER', 'PARTNER'] as const)(
    'to a %s who proposes one',
    async (role) => {
      expect((await home.propose(by(0), ru, 'SAME', home.as('BELARUS', role))).codes).toEqual(['FORBIDDEN']);
      expect((await home.stored(by(0))).links).toEqual([]);
    },
  );

  test('to another agency’s officers, whatever they are', async () => {
    const stranger = home.as('RUSSIA', 'LIAISON', 'SUPERVISOR');
    expect((await home.propose(by(0), ru, 'SAME', stranger)).codes).toEqual(['FORBIDDEN']);
    expect((await home.countersign(by(0), ru, stranger)).codes).toEqual(['FORBIDDEN']);
    expect((await home.withdraw(by(0), ru, stranger)).codes).toEqual(['FORBIDDEN']);
  });

  test('to its proposer, whatever else he is', async () => {
    const both = home.as('BELARUS', 'LIAISON', 'SUPERVISOR');
    await home.propose(by(1), ru, 'SAME', both);
    expect((await home.countersign(by(1), ru, both)).problems).toEqual(['SAME_OFFICER']);
    expect((await home.countersign(by(1), ru)).outcome).toMatchObject({ of: by(1) });
  });

  test.each([
    ['itself', by(2), 'OWN_AGENCY'],
    ['another dossier of the agency', by(3), 'OWN_AGENCY'],
    ['nothing', 'RU-x', 'MALFORMED'],
    ['an empty text', '', 'MALFORMED'],
  ])('with %s', async (_what, foreign, code) => {
    expect((await home.propose(by(2), foreign)).problems).toEqual([code]);
  });

  test('without a reason', async () => {
    const { data } = await home.liaison.run(
      `mutation ($input: ProposeLinkInput!) { belarus { proposeLink(input: $input) {
        ... on InvalidInput { problems { code } } } } }`,
      {
        input: {
          dossier: by(2),
          version: 1,
          foreign: { dossier: ru },
          decision: 'SAME',
          reason: ' ',
        },
      },
    );
    expect(data.belarus.proposeLink.problems).toEqual([{ code: 'MISSING' }]);
  });

  test('with evidence of another pair, and takes that of its own', async () => {
    const told: Comparison = {
      dossier: by(7),
      version: 1,
      foreign: ru,
      band: 'STRONG',
      kinds: [],
      to: 'BELARUS',
      at: new Date().toISOString(),
    };
    const other = await sealEvidence(testKeys, { ...told, dossier: by(6) });
    expect((await home.propose(by(7), ru, 'SAME', home.liaison, 1, other)).problems).toEqual([
      'EVIDENCE_INVALID',
    ]);
    await home.propose(by(7), ru, 'SAME', home.liaison, 1, await sealEvidence(testKeys, told));
    await home.countersign(by(7), ru);
    expect((await home.stored(by(7))).links[0]?.own.grounds?.evidence).toEqual({
      band: 'STRONG',
      kinds: [],
      version: 1,
      comparedAt: new Date(told.at),
    });
  });

  test('from a version that is not the dossier’s any more', async () => {
    expect((await home.propose(by(3), ru, 'SAME', home.liaison, 7)).outcome.__typename).toBe('StaleVersion');
    await home.propose(by(3), ru);
    expect((await home.countersign(by(3), ru, home.supervisor, 1)).outcome.__typename).toBe('StaleVersion');
  });

  test('of a dossier that the agency has not', async () => {
    expect((await home.propose('BY-0000000099', ru, 'SAME', home.liaison, 1)).outcome.__typename).toBe(
      'UnknownRecord',
    );
  });

  test('its countersignature after it was withdrawn, and a second one', async () => {
    await home.propose(by(4), ru);
    await home.withdraw(by(4), ru, home.liaison, 'PROPOSAL');
    expect((await home.countersign(by(4), ru)).problems).toEqual(['NOT_PROPOSED']);
    expect((await home.withdraw(by(4), ru)).problems).toEqual(['NOT_DECIDED']);
    expect((await home.withdraw(by(4), ru, home.supervisor, 'PROPOSAL')).problems).toEqual(['NOT_PROPOSED']);
    await home.decide(by(4), ru);
    expect((await home.countersign(by(4), ru)).problems).toEqual(['NOT_PROPOSED']);
    expect((await home.propose(by(4), ru)).problems).toEqual(['ALREADY_DECIDED']);
  });

  test('a second proposal while one waits', async () => {
    await home.propose(by(5), ru);
    expect((await home.propose(by(5), ru, 'DIFFERENT')).problems).toEqual(['ALREADY_PROPOSED']);
  });

  test('twice under one key: it is written once, and told once', async () => {
    await home.propose(by(6), ru);
    const { version } = await home.stored(by(6));
    const keyed = home.supervisor.withKey('key-of-a-countersignature');
    await home.outgoing();
    const answers = [
      await home.countersign(by(6), ru, keyed, version),
      await home.countersign(by(6), ru, keyed, version),
    ];
    expect(answers[0]?.outcome).toEqual(answers[1]?.outcome);
    expect(await home.outgoing()).toHaveLength(1);
  });

  test('its reading to all but a LIAISON and a SUPERVISOR of the owner', async () => {
    const document = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Suspect { belarus {
      links { dossier state needsReview lapsesAt decided { decision proposal { proposedBy } } told { decision } } } } } }`;
    const of = { of: [{ __typename: 'Suspect', id: by(5) }] };
    const shown = await home.supervisor.run(document, of);
    expect(shown.data._entities[0].belarus.links).toMatchObject([
      { dossier: ru, state: 'UNVERIFIED', decided: { proposal: { proposedBy: 'belarus-liaison' } } },
    ]);
    for (const officer of [home.as('BELARUS', 'INVESTIGATOR'), home.as('RUSSIA', 'LIAISON')]) {
      const hidden = await officer.run(document, of);
      expect(hidden.data._entities[0].belarus?.links ?? null).toBeNull();
    }
  });
});
