import fc from 'fast-check';
import {
  comparisonByTokens,
  mayBeCandidate,
  type SoughtByTokens,
} from '../../../../../subgraphs/agency/api/search/candidate-findings.ts';
import { type Finding, findingOf } from '../../../../../subgraphs/agency/api/search/finding-of.ts';
import { valuesToCompare } from '../../../../../subgraphs/agency/api/search/values-to-compare.ts';
import {
  comparedFields,
  comparedFirst,
  comparedPaths,
} from '../../../../../subgraphs/agency/matching/compared-fields.ts';
import { dossierFeatures } from '../../../../../subgraphs/agency/matching/dossier-features.ts';
import { keyInForm } from '../../../../../subgraphs/agency/matching/tokens.ts';
import {
  readTravellingTokens,
  travellingTokens,
} from '../../../../../subgraphs/agency/matching/travelling-tokens.ts';
import { decidingFields, gateFields } from '../../../../../subgraphs/agency/permissions/by-record.ts';
import { permissionsOf } from '../../../../../subgraphs/agency/permissions/permissions.ts';
import type { DossierPath } from '../../../../../subgraphs/agency/records/dossier/dossier-part.ts';
import type { DossierRecord } from '../../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import {
  type InformationClass,
  informationClasses,
  type Purpose,
  type Role,
} from '../../../../../terms/enums.ts';
import { dossierOf } from '../../../../support/hand-made-dossiers.ts';
import { findable, testKeys } from '../../../../support/match-keys.ts';
import { dossierAndLike, randomDossiers, readOf } from './support/random-dossiers.ts';

const now = new Date();
const permissionsFor = permissionsOf(belarus);
const asking = (role: Role, purpose: Purpose = 'INVESTIGATION') =>
  permissionsFor(
    {
      viewer: { subject: 'officer', agency: 'RUSSIA', roles: [role], cases: ['RU-2026-000001'] },
      mandate: { purpose, legalBasis: 'COOPERATION_AGREEMENT', case: 'RU-2026-000001' },
    },
    now,
  );

/** A dossier's tokens as another agency sends them. */
function soughtOf(dossier: DossierRecord, readable: (of: InformationClass) => boolean): SoughtByTokens {
  const features = dossierFeatures(valuesToCompare(dossier), readable);
  const key = testKeys.current;
  const sent = readTravellingTokens(travellingTokens(testKeys, features))[keyInForm(key)];
  if (!sent) throw new Error('nothing was sent');
  return { key, ...sent, under: { keys: testKeys.all, tokens: sent.tokens } };
}

const permissionFields = [...decidingFields.foreign, ...gateFields, 'samePersonAs'] as const;
const first = [...comparedFirst, ...permissionFields];
const rest = [...comparedPaths(informationClasses), ...permissionFields];
const whole = [...comparedFields(informationClasses), ...permissionFields];

const told = (finding: Finding | undefined) =>
  finding?.kind === 'DOSSIER' ? { id: finding.dossier._id, score: finding.score } : finding;

/** Compares a record with what is sought, if the database finds it. */
function comparing(sought: SoughtByTokens, permissions: ReturnType<typeof asking>) {
  const looked = new Set(sought.under.tokens);
  const mayBeOne = mayBeCandidate(sought, permissions);
  const comparison = comparisonByTokens(sought);
  return (record: DossierRecord) => {
    const stored = findable(record);
    if (!stored.match.tokens.some((token) => looked.has(token))) return undefined;
    const find = (paths: readonly DossierPath[]) =>
      told(findingOf(readOf(stored, paths), comparison, permissions, { needsBand: true }));
    return { mayBe: mayBeOne(readOf(stored, first)), found: find(rest), foundOfWhole: find(whole) };
  };
}

/** A dossier that is asked about, and those with which it is compared. */
const anyone = fc.tuple(randomDossiers(1), randomDossiers(8)).map(([asked, records]) => ({
  asked: asked[0] as DossierRecord,
  records,
}));
const nearlyTheSame = dossierAndLike(8).map(([asked, records]) => ({ asked, records }));

describe.each([
  { of: 'anyone', people: anyone, leastSpared: 1 / 4 },
  { of: 'those who are nearly the same', people: nearlyTheSame, leastSpared: 0 },
])('a candidate of $of', ({ people, leastSpared }) => {
  const count = { found: 0, dossiers: 0, hits: 0, spared: 0 };

  test.each<[Role, Purpose]>([
    ['INVESTIGATOR', 'INVESTIGATION'],
    ['LIAISON', 'INVESTIGATION'],
    ['ANALYST', 'PREVENTION'],
  ])(
    'is found for %s and %s by the person first exactly where it is found by all at once',
    (role, purpose) => {
      const permissions = asking(role, purpose);
      const classes = fc.subarray([...informationClasses], { minLength: 3 });
      fc.assert(
        fc.property(people, classes, ({ asked, records }, readable) => {
          const sought = soughtOf(asked, (of) => readable.includes(of));
          const compare = comparing(sought, permissions);
          for (const record of records) {
            const compared = compare(record);
            if (!compared) continue;
            const { mayBe, found, foundOfWhole } = compared;
            expect(found).toEqual(foundOfWhole);
            count.found += 1;
            if (foundOfWhole) count['id' in foundOfWhole ? 'dossiers' : 'hits'] += 1;
            else if (!mayBe) count.spared += 1;
            if (foundOfWhole) expect([foundOfWhole, mayBe]).toEqual([foundOfWhole, true]);
          }
        }),
        { numRuns: 100 },
      );
    },
  );

  test('is one of many, so that the property says something of dossiers, of hits and of the rest', () => {
    expect(count.dossiers).toBeGreaterThan(5);
    expect(count.hits).toBeGreaterThan(5);
    expect(count.spared).toBeGreaterThan(count.found * leastSpared);
  });
});

describe('of a namesake', () => {
  const [name] = dossierOf('BY-A000000001').names;
  if (!name) throw new Error('no name');
  const { patronymic: _patronymic, ...nameless } = name;
  const { birthPlace: _place, sex: _sex, ...rest } = dossierOf('BY-A000000001');
  const bearing = (changed: Partial<DossierRecord>): DossierRecord => ({
    ...rest,
    documents: [],
    contacts: [],
    instruments: [],
    infrastructure: [],
    names: [{ ...nameless, script: 'RUSSIAN', surname: 'Городейко', givenName: 'Евгений' }],
    ...changed,
  });
  const born = (date: string) => ({ birth: { ...(rest.birth as NonNullable<typeof rest.birth>), date } });
  const documents = [
    {
      ...(dossierOf('BY-A000000001').documents[0] as DossierRecord['documents'][number]),
      kind: 'PERSONAL_NUMBER' as const,
      issuer: 'BY',
      number: '3120385A001PB1',
      checksum: 'PASSED' as const,
    },
  ];
  const sought = soughtOf(bearing({ ...born('1989-08-23'), documents }), () => true);
  const compare = comparing(sought, asking('INVESTIGATOR'));
  const of = (changed: Partial<DossierRecord>) =>
    compare(bearing({ handlingCode: 'ON_RELEASE', ...changed }));

  test('born on another day no more is read, and of one born on that day all', () => {
    expect(of(born('1971-02-03'))).toMatchObject({ mayBe: false, found: undefined });
    expect(of(born('1989-08-23'))).toMatchObject({ mayBe: true, found: { kind: 'HIT' } });
  });

  test('who has the same number all is read, whatever else contradicts', () => {
    expect(of({ ...born('1971-02-03'), documents })).toMatchObject({ mayBe: true, found: { kind: 'HIT' } });
  });

  test.each([undefined, 'Петрович', 'Иванович', 'Николаевич'])(
    'who has the birth place of the one whose father is %s is a hit, whatever his own father is called',
    (patronymic) => {
      const { id, provenance } = name;
      const birthPlace = { id, country: 'BY', place: 'Брест', provenance };
      const named = (of: string | undefined) => ({
        birthPlace,
        names: [
          {
            ...nameless,
            script: 'RUSSIAN' as const,
            surname: 'Кравченя',
            givenName: 'Сергей',
            ...(of !== undefined && { patronymic: of }),
          },
        ],
      });
      const { birth: _birth, ...unborn } = bearing({ handlingCode: 'ON_RELEASE', ...named('Петрович') });
      const { birth: _other, ...asked } = bearing(named(patronymic));
      const ofPlace = comparing(
        soughtOf(asked, () => true),
        asking('INVESTIGATOR'),
      );
      expect(ofPlace(unborn)).toMatchObject({ mayBe: true, found: { kind: 'HIT' } });
    },
  );

  test('whose names the viewer may not know of nothing more is read', () => {
    const same = bearing({ handlingCode: 'SHAREABLE', ...born('1989-08-23') });
    expect(comparing(sought, asking('ANALYST', 'PREVENTION'))(same)).toMatchObject({ mayBe: false });
    expect(compare(same)).toMatchObject({ mayBe: true, found: { id: same._id } });
  });
});
