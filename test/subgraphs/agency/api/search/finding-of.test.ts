import {
  type Comparison,
  type Finding,
  findingOf,
} from '../../../../../subgraphs/agency/api/search/finding-of.ts';
import { agreementOf } from '../../../../../subgraphs/agency/matching/agreement.ts';
import { criteriaFeatures } from '../../../../../subgraphs/agency/matching/criteria-features.ts';
import { dossierFeatures } from '../../../../../subgraphs/agency/matching/dossier-features.ts';
import type { Features } from '../../../../../subgraphs/agency/matching/features.ts';
import { indexedKeys, searchedKeys } from '../../../../../subgraphs/agency/matching/indexed-keys.ts';
import { score } from '../../../../../subgraphs/agency/matching/score.ts';
import { permissionsOf } from '../../../../../subgraphs/agency/permissions/permissions.ts';
import type { DossierRecord } from '../../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import type { InformationClass } from '../../../../../terms/enums.ts';
import { confirmedLink, dossierOf, releaseOf } from '../../../../support/hand-made-dossiers.ts';

const now = new Date();
const permissionsFor = permissionsOf(belarus);
const asking = (agency: 'BELARUS' | 'RUSSIA', role: 'INVESTIGATOR' | 'ANALYST' = 'INVESTIGATOR') =>
  permissionsFor(
    {
      viewer: { subject: 'officer', agency, roles: [role], cases: ['RU-2026-000001'] },
      mandate: { purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT', case: 'RU-2026-000001' },
    },
    now,
  );
const foreign = asking('RUSSIA');

const id = 'BY-A000000001';
const held = (changed: Partial<DossierRecord>) => dossierOf(id, changed);
type IsReadable = (of: InformationClass) => boolean;
const everything: IsReadable = () => true;
/** All that is known of the person of the dossier, as somebody who looks for him would know it. */
const sought = (only: IsReadable = everything) => dossierFeatures(held({}), only);
const comparing = (features: Features): Comparison => ({
  score: (record, counts) => score(features, dossierFeatures(record, counts)),
  agreement: (record, counts) => agreementOf(features, dossierFeatures(record, counts)),
  finds: (record, counts) => {
    const keys = searchedKeys(features);
    return indexedKeys(dossierFeatures(record, counts)).some((key) => keys.includes(key));
  },
});

const find = (
  record: DossierRecord,
  {
    by = sought(),
    to = foreign,
    needsBand = false,
  }: { by?: Features; to?: typeof foreign; needsBand?: boolean } = {},
): Finding | undefined => findingOf(record, comparing(by), to, { needsBand });

const told = (finding: Finding | undefined) => finding?.kind ?? 'NOTHING';

describe('to another agency’s viewer a record that matches', () => {
  test('is told as a dossier where it is SHAREABLE and he may read what matched', () => {
    expect(told(find(held({ handlingCode: 'SHAREABLE' })))).toBe('DOSSIER');
  });

  test('is a hit, and nothing more, where he may not see it', () => {
    const finding = find(held({ handlingCode: 'ON_RELEASE' }));
    expect(finding).toEqual({
      kind: 'HIT',
      dossier: id,
      band: 'STRONG',
      agreed: expect.arrayContaining(
        ['SURNAME', 'GIVEN_NAME', 'BIRTH_DATE'].map((kind) => ({ kind, outcome: 'AGREED' })),
      ),
    });
  });

  test('is told as a dossier where a release in force covers what matched', () => {
    const releases = [releaseOf({ to: 'RUSSIA' })];
    expect(told(find(held({ handlingCode: 'ON_RELEASE', releases })))).toBe('DOSSIER');
  });

  test('is at most a hit where the release covers another class', () => {
    const releases = [releaseOf({ to: 'RUSSIA', classes: ['TECHNICAL'] })];
    expect(
      told(find(held({ handlingCode: 'ON_RELEASE', releases }), { by: sought((of) => of === 'IDENTITY') })),
    ).toBe('HIT');
  });

  test('is nothing where a confirmed link already tells him of the dossier, and not of what matched', () => {
    const linked = held({ handlingCode: 'ON_RELEASE', ...confirmedLink('RU-A000000001') });
    expect(told(find(linked))).toBe('NOTHING');
    expect(told(find({ ...linked, releases: [releaseOf({ to: 'RUSSIA' })] }))).toBe('DOSSIER');
  });

  test('counts what policy denies to him neither for a dossier nor for a hit', () => {
    const analyst = permissionsFor(
      {
        viewer: { subject: 'officer', agency: 'RUSSIA', roles: ['ANALYST'], cases: [] },
        mandate: { purpose: 'PREVENTION', legalBasis: 'COOPERATION_AGREEMENT' },
      },
      now,
    );
    expect(told(find(held({ handlingCode: 'SHAREABLE' }), { to: analyst }))).toBe('NOTHING');
    expect(told(find(held({ handlingCode: 'ON_RELEASE' }), { to: analyst }))).toBe('NOTHING');
  });
});

test('what the record withholds finds it no more than it counts: what he may read must lead to it', () => {
  const [birth] = sought().births;
  const byYear: Features = { ...sought(() => false), births: birth ? [{ year: birth.year }] : [] };
  const byYearAndPlace: Features = { ...byYear, birthPlace: sought().birthPlace };
  const phone = sought((of) => of === 'CONTACT').shared.filter(({ kind }) => kind === 'PHONE');
  const visible = held({ handlingCode: 'SHAREABLE' });
  // The phone, which is not shared, would be told by what is.
  expect(told(find(visible, { by: { ...byYearAndPlace, shared: phone } }))).toBe('NOTHING');
  const releases = [releaseOf({ to: 'RUSSIA' })];
  expect(told(find({ ...visible, releases }, { by: { ...byYearAndPlace, shared: phone } }))).toBe('DOSSIER');
});

describe('a guess at a record that he may not see', () => {
  const hidden = held({ handlingCode: 'ON_RELEASE' });
  const named = (): Features => ({ ...sought(() => false), names: sought().names });
  const nameless = (): Features => ({
    ...sought(),
    names: sought().names.map(({ surname: _, ...name }) => name),
  });
  const guessed: Partial<Features> = {
    births: [{ year: '1871', month: '1871-01', day: '1871-01-01' }],
    sex: 'NONE',
  };

  test('finds nobody without the surname, whatever else agrees', () => {
    expect(told(find(hidden, { by: sought() }))).toBe('HIT');
    expect(told(find(hidden, { by: nameless() }))).toBe('NOTHING');
    expect(told(find(held({ handlingCode: 'SHAREABLE' }), { by: nameless() }))).toBe('DOSSIER');
  });

  test('that is wrong in what is not reported changes nothing, for better or for worse', () => {
    const right = find(hidden, { by: named() });
    expect(told(right)).toBe('HIT');
    expect(find(hidden, { by: { ...named(), ...guessed } })).toEqual(right);
    expect(
      find(hidden, { by: { ...named(), nationalIds: [{ kind: 'BY PERSONAL_NUMBER', number: '1' }] } }),
    ).toEqual(right);
    expect(find(hidden, { by: { ...named(), sex: sought().sex ?? '' } })).toEqual(right);
  });

  test.each(['CONTACT', 'FINANCIAL', 'TECHNICAL'] as const)(
    'at a number or a thing of %s says nothing, unless it was released',
    (of) => {
      const by: Features = { ...named(), shared: sought((each) => each === of).shared.slice(0, 1) };
      expect(by.shared).not.toEqual([]);
      expect(find(hidden, { by })).toEqual(find(hidden, { by: named() }));
      const shown = held({
        handlingCode: 'ON_RELEASE',
        releases: [releaseOf({ to: 'RUSSIA', classes: [of] })],
      });
      const kinds = (finding: Finding | undefined) =>
        finding?.kind === 'HIT' ? finding.agreed.map(({ kind }) => kind) : [];
      expect(kinds(find(shown, { by }))).toEqual(expect.arrayContaining(['SURNAME', by.shared[0]?.kind]));
    },
  );
});

describe('one kind of evidence', () => {
  const phone = () => sought((of) => of === 'CONTACT');
  const alone = (): Features => ({
    ...phone(),
    shared: phone().shared.filter(({ kind }) => kind === 'PHONE'),
  });

  test('is enough at home', () => {
    const own = permissionsFor(
      {
        viewer: { subject: 'officer', agency: 'BELARUS', roles: ['ANALYST'], cases: [] },
        mandate: { purpose: 'SOLVING', legalBasis: 'NATIONAL_LAW', case: 'BY-2026-000009' },
      },
      now,
    );
    expect(alone().shared).not.toEqual([]);
    expect(told(find(held({}), { by: alone(), to: own }))).toBe('DOSSIER');
  });

  test('is not abroad, released or not, and sex is no second', () => {
    const releases = [releaseOf({ to: 'RUSSIA' })];
    const record = held({ handlingCode: 'ON_RELEASE', releases });
    const withSex: Features = { ...alone(), sex: sought().sex ?? 'MALE' };
    expect(told(find(record, { by: alone() }))).toBe('NOTHING');
    expect(told(find(record, { by: withSex }))).toBe('NOTHING');
    expect(told(find(record, { by: { ...alone(), births: sought().births } }))).toBe('DOSSIER');
  });
});

test('six and four digits of a card say something only beside another kind', () => {
  const own = asking('BELARUS');
  const card = { kind: 'CARD', cardFirst6: '411111', cardLast4: '1111' } as const;
  const [instrument] = held({}).instruments;
  const record = held({ instruments: instrument ? [{ ...instrument, ...card }] : [] });
  const byCard: Features = { ...sought(() => false), shared: [{ kind: 'CARD', value: '411111 1111' }] };
  expect(told(find(record, { by: byCard, to: own }))).toBe('NOTHING');
  expect(told(find(record, { by: { ...byCard, births: sought().births }, to: own }))).toBe('DOSSIER');
});

describe('a weak match', () => {
  const surnameAndName = (): Features => ({
    ...sought(() => false),
    names: sought().names.map(({ patronymic: _, ...name }) => name),
  });

  test('is told of a dossier that he may see, and makes no hit', () => {
    expect(told(find(held({ handlingCode: 'SHAREABLE' }), { by: surnameAndName() }))).toBe('DOSSIER');
    expect(told(find(held({ handlingCode: 'ON_RELEASE' }), { by: surnameAndName() }))).toBe('NOTHING');
  });

  test('is no candidate', () => {
    expect(told(find(held({ handlingCode: 'SHAREABLE' }), { by: surnameAndName(), needsBand: true }))).toBe(
      'NOTHING',
    );
  });
});

test('to a viewer of the owner what the record does not let him read counts for nothing', () => {
  const liaison = (number: string) =>
    permissionsFor(
      {
        viewer: { subject: 'officer', agency: 'BELARUS', roles: ['LIAISON'], cases: [number] },
        mandate: { purpose: 'SOLVING', legalBasis: 'NATIONAL_LAW', case: number },
      },
      now,
    );
  const contacts = sought((of) => of === 'CONTACT');
  const record = held({ cases: ['BY-2026-000001'] });
  expect(told(find(record, { by: contacts, to: liaison('BY-2026-000001') }))).toBe('DOSSIER');
  expect(told(find(record, { by: contacts, to: liaison('BY-2026-000002') }))).toBe('NOTHING');
});

test('a record of the same given name and another surname of the same consonants is none', () => {
  const named = (surname: string) => {
    const [name] = held({}).names;
    if (!name) throw new Error('no name');
    return held({
      handlingCode: 'SHAREABLE',
      names: [{ ...name, script: 'RUSSIAN', surname, givenName: 'Евгений' }],
    });
  };
  const by = criteriaFeatures({ names: [{ script: 'RUSSIAN', surname: 'Корин', givenName: 'Евгений' }] });
  const finding = (surname: string) => told(find(named(surname), { by, to: asking('BELARUS') }));
  expect(finding('Керун')).toBe('NOTHING');
  expect(finding('Корин')).toBe('DOSSIER');
});
