import type { DossierPart } from '../../../../../subgraphs/agency/records/dossier/dossier-part.ts';
import type { Release } from '../../../../../subgraphs/agency/records/dossier/release.ts';
import { belarusAnswers, russianInvestigator } from '../../../../support/belarus-subgraph.ts';
import { dossierOf, releaseOf } from '../../../../support/hand-made-dossiers.ts';

const ids = ['BY-0000000001', 'BY-0000000002'] as const;

/** A dossier with one release, which counts how often it is asked to whom it is. */
function countingDossier(id: string, release: Partial<Release>) {
  const counted = { asked: 0 };
  const given = releaseOf(release);
  const { to } = given;
  Object.defineProperty(given, 'to', {
    get() {
      counted.asked++;
      return to;
    },
  });
  return { dossier: dossierOf(id, { handlingCode: 'ON_RELEASE', releases: [given] }), counted };
}

const answers = async (selection: string, dossiers: readonly DossierPart[]) => {
  const { data, errors, extensions } = await belarusAnswers(
    {
      document: `query ($representations: [_Any!]!) {
        _entities(representations: $representations) { ... on Suspect { belarus { ${selection} } } }
      }`,
      variables: { representations: dossiers.map(({ _id: id }) => ({ __typename: 'Suspect', id })) },
    },
    dossiers,
    russianInvestigator,
  );
  expect(errors).toBeUndefined();
  return {
    halves: (data as { _entities: { belarus: unknown }[] })._entities.map(({ belarus }) => belarus),
    redactions: (extensions?.redactions ?? []) as { coordinate: string; records: string[] }[],
  };
};

/** A release is asked to whom it is by the decision and, where it allows the class, for the restrictions. */
const askedOf = async (selection: string, release: Partial<Release>) => {
  const { dossier, counted } = countingDossier(ids[0], release);
  await answers(selection, [dossier]);
  return counted.asked;
};

describe('a dossier is asked once of each class', () => {
  const one = 'status { stage }';
  const four = `cases roles { kind } offences { article { code } } ${one} again: cases`;

  test.each([
    ['allows', { classes: ['CASE'] }],
    ['withholds', { classes: ['IDENTITY'] }],
  ] satisfies [string, Partial<Release>][])(
    'that it %s, however many fields have the class',
    async (_, release) => {
      const once = await askedOf(one, release);
      expect(once).toBeGreaterThan(0);
      expect(await askedOf(four, release)).toBe(once);
    },
  );

  test('and again of another class', async () => {
    const release: Partial<Release> = { classes: ['CASE', 'IDENTITY'] };
    expect(await askedOf(`${four} names { full } birth { date }`, release)).toBe(
      2 * (await askedOf(one, release)),
    );
  });
});

describe('what was decided of one dossier', () => {
  const released = () => countingDossier(ids[0], { classes: ['CASE'] }).dossier;
  const hidden = () => countingDossier(ids[1], { classes: ['IDENTITY'] }).dossier;
  const withheld = { status: null, cases: null };
  const shown = (dossier: DossierPart) => ({
    status: { stage: dossier.status?.stage },
    cases: dossier.cases,
  });

  test('is not said of the next, in either order', async () => {
    const [one, other] = [released(), hidden()];
    expect((await answers('status { stage } cases', [one, other])).halves).toEqual([shown(one), withheld]);
    const { halves, redactions } = await answers('status { stage } cases', [other, one]);
    expect(halves).toEqual([withheld, shown(one)]);
    expect(redactions.map(({ records }) => records)).toEqual([[ids[1]], [ids[1]]]);
  });

  test('is not kept for the next request', async () => {
    const dossier = released();
    expect((await answers('status { stage } cases', [dossier])).halves).toEqual([shown(dossier)]);
    const [release] = dossier.releases ?? [];
    Object.assign(release as Release, { recalledAt: new Date() });
    expect((await answers('status { stage } cases', [dossier])).halves).toEqual([withheld]);
  });

  test('is not kept for the dossier as it is read again', async () => {
    const dossier = released();
    const recalled = { ...dossier, releases: [releaseOf({ classes: ['IDENTITY'] })] };
    expect((await answers('status { stage } cases', [dossier])).halves).toEqual([shown(dossier)]);
    expect((await answers('status { stage } cases', [recalled])).halves).toEqual([withheld]);
  });
});
