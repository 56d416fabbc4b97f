import fc from 'fast-check';
import { partSeenAbroad } from '../../../../../../subgraphs/agency/records/dossier/countersigning/seen-abroad.ts';
import type {
  DossierPart,
  DossierPath,
} from '../../../../../../subgraphs/agency/records/dossier/dossier-part.ts';
import type { DossierRecord } from '../../../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { confirmedLink, dossierOf, releaseOf } from '../../../../../support/hand-made-dossiers.ts';

const { provenance } = dossierOf('BY-0000000000').status;

/** Values as they are recorded; one in eight waits for a countersignature. */
const recorded = <Content extends object>(content: fc.Arbitrary<Content>) =>
  fc.tuple(content, fc.integer({ min: 0, max: 7 })).map(([of, wait]) => ({
    id: 'V1',
    provenance: {
      ...provenance,
      ...(wait === 0 && { unsigned: { by: 'officer-1', at: new Date('2026-01-01') } }),
    },
    ...of,
  }));

const some = <Content extends object>(content: fc.Arbitrary<Content>, maxLength: number) =>
  fc.array(recorded(content), { maxLength });
const often = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 4 });

/** So few that persons agree in some, differ in others, and come close in the rest. */
const name = fc
  .record({
    kind: fc.constantFrom('LEGAL' as const, 'ALIAS' as const, 'MAIDEN' as const),
    script: fc.constantFrom('RUSSIAN' as const, 'BELARUSIAN' as const),
    surname: often(fc.constantFrom('Городейко', 'Городейко', 'Гародейко', 'Иванова', 'Евгений')),
    givenName: often(fc.constantFrom('Евгений', 'Евгений', 'Женя', 'Сергей', 'Городейко', 'Е.')),
    patronymic: often(fc.constantFrom('Григорьевич', 'Григорович', 'Сергеевич', 'Г.')),
  })
  .filter(({ surname, givenName }) => surname !== undefined || givenName !== undefined)
  .map(
    (parts) =>
      Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) as Pick<
        typeof parts,
        'kind' | 'script'
      >,
  );
const birth = fc.record({
  date: fc.constantFrom('1989-08-03', '1989-03-08', '1989-08', '1989-05', '1989', '1975-01-20', '1975'),
});
const birthPlace = fc.constantFrom(
  { country: 'BY', place: 'Мінск' },
  { country: 'BY', place: 'г. Минск' },
  { country: 'RU', place: 'Псков' },
  { country: 'BY' },
);
const sex = fc.record({ sex: fc.constantFrom('MALE' as const, 'FEMALE' as const) });
const document = fc.record({
  kind: fc.constantFrom('PERSONAL_NUMBER' as const, 'PASSPORT' as const),
  issuer: fc.constantFrom('BY', 'RU'),
  number: fc.constantFrom('3120385A001PB1', '3120385A002PB1', 'MP1234567'),
  checksum: fc.constantFrom('PASSED' as const, 'PASSED' as const, 'FAILED' as const),
});
const contact = fc.constantFrom(
  { kind: 'PHONE' as const, value: '+375291234567' },
  { kind: 'PHONE' as const, value: '+375291234568' },
  { kind: 'EMAIL' as const, value: 'solo@example.org' },
  { kind: 'MESSENGER' as const, value: 'solo_85', service: 'Telegram' },
);
const instrument = fc.constantFrom(
  { kind: 'ACCOUNT' as const, account: 'BY20OLMP31350000001000000933', node: 'N1' },
  { kind: 'CARD' as const, cardFirst6: '411111', cardLast4: '1111', node: 'N2' },
  {
    kind: 'WALLET' as const,
    chain: 'BTC' as const,
    address: '1BoatSLRHtKNngkdXEeobR76b53LETtpyT',
    node: 'N3',
  },
);
const device = fc.record({
  kind: fc.constant('IMEI' as const),
  value: fc.constantFrom('490154203237518', '356938035643809'),
  node: fc.constant('N5'),
  checksum: fc.constantFrom('PASSED' as const, 'FAILED' as const),
});

const classes = ['IDENTITY', 'CONTACT', 'FINANCIAL', 'TECHNICAL'] as const;
const sharing = fc.oneof(
  fc.constant({}),
  fc.subarray([...classes], { minLength: 1 }).map((of) => ({ releases: [releaseOf({ classes: of })] })),
  fc.constant(confirmedLink('RU-A000000001')),
);

/** A dossier of Belarus of one of a few persons, with what it shares with Russia. */
const dossier = fc
  .record({
    names: fc.array(recorded(name), { minLength: 1, maxLength: 3 }),
    birth: often(recorded(birth)),
    birthPlace: often(recorded(birthPlace)),
    sex: often(recorded(sex)),
    documents: some(document, 2),
    contacts: some(contact, 2),
    instruments: some(instrument, 1),
    infrastructure: some(device, 1),
    handlingCode: fc.constantFrom('SHAREABLE' as const, 'ON_RELEASE' as const),
    sharing,
  })
  .map(({ sharing: shared, birth: born, birthPlace: place, sex: known, ...values }) => {
    const { birth: _birth, birthPlace: _place, sex: _sex, ...rest } = dossierOf('BY-A000000001');
    return {
      ...rest,
      ...values,
      ...(born && { birth: born }),
      ...(place && { birthPlace: place }),
      ...(known && { sex: known }),
      ...shared,
    } as DossierRecord;
  });

/** At most so many dossiers, each with an id of its own. */
const several = (of: fc.Arbitrary<DossierRecord>, maxLength: number): fc.Arbitrary<DossierRecord[]> =>
  fc
    .array(of, { minLength: 1, maxLength })
    .map((all) => all.map((one, index) => ({ ...one, _id: `BY-A${String(index).padStart(9, '0')}` })));

/** Dossiers of a few persons. */
export const randomDossiers = (maxLength: number): fc.Arbitrary<DossierRecord[]> =>
  several(dossier, maxLength);

const personal = ['names', 'birth', 'birthPlace', 'sex'] as const;

/** The dossier of nearly the same person: all else is another's, as are some of these values, or the father's name alone. */
const likeOf = (one: DossierRecord): fc.Arbitrary<DossierRecord> =>
  fc
    .record({
      other: dossier,
      changed: fc.subarray([...personal], { maxLength: 2 }),
      patronymic: fc.constantFrom('Сергеевич', 'Петрович', undefined),
    })
    .map(({ other, changed, patronymic }) => {
      const kept = personal.filter((field) => !changed.includes(field));
      const like = {
        ...other,
        ...Object.fromEntries(kept.map((field) => [field, one[field]])),
      } as DossierRecord;
      if (patronymic === undefined) return like;
      return { ...like, names: like.names.map((each) => ({ ...each, patronymic })) };
    });

/** A dossier, and those of persons who are nearly the same. */
export const dossierAndLike = (maxLength: number): fc.Arbitrary<[DossierRecord, DossierRecord[]]> =>
  dossier.chain((one) => fc.tuple(fc.constant(one), several(likeOf(one), maxLength)));

/** The part of something stored that a path names, as the database reads it: of each of a list. */
function read(stored: unknown, [first, ...rest]: readonly string[]): unknown {
  if (first === undefined) return stored;
  if (Array.isArray(stored)) return stored.map((each) => read(each, [first, ...rest]));
  if (stored === null || typeof stored !== 'object') return undefined;
  const found = (stored as Record<string, unknown>)[first];
  return { [first]: read(found, rest) };
}

function joined(one: unknown, other: unknown): unknown {
  if (Array.isArray(one) && Array.isArray(other)) return one.map((each, index) => joined(each, other[index]));
  const isPlain = (value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date);
  if (!isPlain(one) || !isPlain(other)) return other ?? one;
  const both = { ...(one as Record<string, unknown>) };
  for (const [name, value] of Object.entries(other as Record<string, unknown>))
    both[name] = name in both ? joined(both[name], value) : value;
  return both;
}

const withoutAbsent = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutAbsent);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) =>
      part === undefined ? [] : [[name, withoutAbsent(part)]],
    ),
  );
};

/** A record as another agency's viewer's read brings it: these paths of it, and what waits for a countersignature left out. */
export const readOf = (record: DossierRecord, paths: readonly DossierPath[]): DossierPart =>
  partSeenAbroad(
    withoutAbsent(
      paths.reduce<unknown>((part, path) => joined(part, read(record, path.split('.'))), { _id: record._id }),
    ) as DossierPart,
    undefined,
  );
