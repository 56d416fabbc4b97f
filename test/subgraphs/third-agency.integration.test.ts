import { freshDatabase } from '../support/database.ts';
import { foreignRecord } from '../support/foreign-record.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { copyWithThirdAgency, type StoodUp, standUp } from '../support/third-agency/third-agency.ts';

const directory = temporaryDirectory();
const database = freshDatabase();

let agency: StoodUp;
let dossier: string;
let version = 1;

const provenance = { sourceReliability: 'A', informationAccuracy: 1, legalBasis: 'NATIONAL_LAW' };

const record = `mutation Record($input: DossierInput!) {
  example { recordDossier(input: $input) { ... on ExampleRecordedDossier { id: of } ... on InvalidInput { problems { path code } } } }
}`;

const propose = `mutation Propose($input: ProposeLinkInput!) {
  example {
    proposeLink(input: $input) {
      __typename
      ... on ExampleRecordedDossier { dossier { version links { agency reference state } } }
      ... on InvalidInput { problems { path code message } }
    }
  }
}`;

beforeAll(async () => {
  const copy = directory.path('project');
  await copyWithThirdAgency(copy);
  agency = await standUp(copy, database.uri);
  const { data, errors } = await agency.ask('INVESTIGATOR', record, {
    input: {
      handlingCode: 'ON_RELEASE',
      cases: ['EX-2026-000001'],
      names: [{ kind: 'LEGAL', script: 'LATIN', surname: 'Example', givenName: 'Person', provenance }],
      offences: [{ article: '12', committedOn: '2026-01-05', provenance }],
      status: { stage: 'SUSPECTED', provenance },
    },
  });
  expect(errors).toBeUndefined();
  dossier = (data as { example: { recordDossier: { id: string } } }).example.recordDossier.id;
}, 120_000);

afterAll(async () => {
  await agency?.stop();
  await database.drop();
});

describe('a third agency', () => {
  test('answers its half of a suspect, while those of the others are not to be had', async () => {
    const { data, errors = [] } = await agency.ask(
      'INVESTIGATOR',
      `query One($id: ID!) {
        suspect(id: $id) {
          example { id agency names { full } offences { article { agency code } } }
          belarus { id }
          russia { id }
        }
      }`,
      { id: dossier },
    );
    expect(data?.suspect).toEqual({
      example: {
        id: dossier,
        agency: 'EXAMPLE',
        names: [{ full: 'Example Person' }],
        offences: [{ article: { agency: 'EXAMPLE', code: '12' } }],
      },
      belarus: null,
      russia: null,
    });
    expect(errors.map(({ path, extensions: { code } }) => [path, code])).toEqual([
      [['suspect', 'belarus'], 'AGENCY_UNAVAILABLE'],
      [['suspect', 'russia'], 'AGENCY_UNAVAILABLE'],
    ]);
  });

  const link = (foreign: string) =>
    agency.ask('LIAISON', propose, {
      input: {
        dossier,
        version,
        foreign: foreignRecord(foreign),
        decision: 'SAME',
        reason: 'The same person by all that is known',
      },
    });

  test.each([
    ['RUSSIA', 'RUH-0123456789ABCDEFGHJK'],
    ['BELARUS', 'BYH-0123456789ABCDEFGHJK'],
  ])('proposes a link with a hit of %s by its reference', async (owner, reference) => {
    const { data, errors } = await link(reference);
    expect(errors).toBeUndefined();
    const { dossier: linked } = (
      data as { example: { proposeLink: { dossier: { version: number; links: unknown[] } } } }
    ).example.proposeLink;
    expect(linked.links).toContainEqual({ agency: owner, reference, state: 'UNVERIFIED' });
    version = linked.version;
  });

  test.each([
    ['its own reference', 'EXH-0123456789ABCDEFGHJK', 'OWN_AGENCY'],
    ['one that names no agency', 'H0123456789ABCDEFGHJK', 'MALFORMED'],
  ])('proposes none by %s', async (_what, reference, code) => {
    const { data } = await link(reference);
    expect((data as { example: { proposeLink: unknown } }).example.proposeLink).toMatchObject({
      __typename: 'InvalidInput',
      problems: [{ path: 'foreign.hit', code }],
    });
  });
});
