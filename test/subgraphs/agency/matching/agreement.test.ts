import { agreementOf } from '../../../../subgraphs/agency/matching/agreement.ts';
import type { Features } from '../../../../subgraphs/agency/matching/features.ts';
import {
  type Identity,
  identityFeatures,
} from '../../../../workshop/bench/eval-matching/identity-features.ts';

const person: Identity = {
  script: 'RUSSIAN',
  surname: 'Кулешов',
  givenName: 'Аркадий',
  patronymic: 'Петрович',
  birth: '1983-04-17',
};
const compare = (sought: Partial<Identity>, held: Partial<Identity> = {}, more: Partial<Features> = {}) =>
  agreementOf(
    { ...identityFeatures({ ...person, ...sought }), ...more },
    identityFeatures({ ...person, ...held }),
  );
const kindsOf = ({ agreed }: ReturnType<typeof compare>) => agreed.map(({ kind }) => kind);

describe('what agrees', () => {
  test('is told kind by kind, with the band that these alone make', () => {
    expect(compare({})).toEqual({
      band: 'STRONG',
      agreed: ['SURNAME', 'GIVEN_NAME', 'PATRONYMIC', 'BIRTH_DATE'].map((kind) => ({
        kind,
        outcome: 'AGREED',
      })),
    });
  });

  test('is nothing without a surname, and something with one that is a slip apart', () => {
    expect(compare({ surname: undefined })).toEqual({ band: undefined, agreed: [] });
    expect(compare({ surname: 'Никитенко' })).toEqual({ band: undefined, agreed: [] });
    expect(compare({ surname: 'Кулещов' }).agreed[0]).toEqual({ kind: 'SURNAME', outcome: 'CLOSE' });
  });

  test('is a surname that is a slip apart beside the very given name or a document, and not beside a date alone', () => {
    const slip = { surname: 'Кулещов' };
    expect(compare({ ...slip, givenName: 'Олег' })).toEqual({ band: undefined, agreed: [] });
    expect(compare({ ...slip, givenName: undefined, patronymic: undefined })).toEqual({
      band: undefined,
      agreed: [],
    });
    expect(kindsOf(compare({ surname: 'Кулешов', givenName: 'Олег' }))).toContain('SURNAME');
    const passports = ['MP1234567'];
    const held = { ...identityFeatures(person), passports };
    const sought = { ...identityFeatures({ ...person, ...slip, givenName: 'Олег' }), passports };
    expect(kindsOf(agreementOf(sought, held))).toContain('PASSPORT');
  });

  test('is a surname in the place of the given name only where both are right', () => {
    const exchanged = { surname: 'Аркадий', givenName: 'Кулешов' };
    expect(kindsOf(compare(exchanged))).toContain('SURNAME');
    expect(compare({}, exchanged).band).toBe('STRONG');
    for (const wrong of [{ surname: 'Олег' }, { givenName: 'Кулещов' }])
      expect(compare({ ...exchanged, ...wrong })).toEqual({ band: undefined, agreed: [] });
  });

  test('takes the names whose surnames agree, though others of a person agree better', () => {
    const held = identityFeatures(person);
    const alias = identityFeatures({
      script: 'RUSSIAN',
      surname: 'Никитенко',
      givenName: 'Аркадий',
      patronymic: 'Петрович',
    });
    const sought = identityFeatures({ ...person, givenName: 'Олег', patronymic: 'Ильич' });
    const both = { ...sought, names: [...alias.names, ...sought.names] };
    expect(kindsOf(agreementOf(both, held))).toEqual(['SURNAME', 'BIRTH_DATE']);
  });
});

describe('what contradicts, or is missing', () => {
  test('changes the band in neither direction', () => {
    const known = compare({ birth: undefined });
    expect(known.band).toBe('POSSIBLE');
    expect(compare({ birth: '1971-01-01' })).toEqual(known);
    expect(compare({ birth: undefined }, { birth: undefined })).toEqual(known);
    expect(compare({ birth: undefined }, {}, { sex: 'FEMALE', isWoman: true })).toEqual(known);
  });
});

describe('a date of birth', () => {
  const birthOf = (sought: string, held: string) =>
    compare({ birth: sought }, { birth: held }).agreed.find(({ kind }) => kind === 'BIRTH_DATE')?.outcome;

  test('agrees as a day, and is close with day and month swapped', () => {
    expect(birthOf('1983-04-11', '1983-04-11')).toBe('AGREED');
    expect(birthOf('1983-11-04', '1983-04-11')).toBe('CLOSE');
    expect(birthOf('1983-04-12', '1983-04-11')).toBeUndefined();
  });

  test('is no ladder: a month that is asked for says no more than its year', () => {
    expect(birthOf('1983', '1983-04-11')).toBe('CLOSE');
    expect(birthOf('1983-04', '1983-04-11')).toBe('CLOSE');
    expect(birthOf('1983-05', '1983-04-11')).toBe('CLOSE');
    expect(birthOf('1984', '1983-04-11')).toBeUndefined();
  });

  test('that is close weighs the same in whichever way it is', () => {
    const weak = { patronymic: undefined };
    expect(compare({ ...weak, birth: '1983' }).band).toBe('POSSIBLE');
    expect(compare({ ...weak, birth: '1983-11-04' }, { birth: '1983-04-11' }).band).toBe('POSSIBLE');
    expect(compare({ ...weak, birth: '1983', surname: 'Кулещов' }).band).toBeUndefined();
    expect(
      compare({ ...weak, birth: '1983-11-04', surname: 'Кулещов' }, { birth: '1983-04-11' }).band,
    ).toBeUndefined();
  });
});

test('a surname that many bear makes a lower band, whoever asks with whichever spelling', () => {
  const ivanov = { surname: 'Иванов', patronymic: undefined };
  expect(compare(ivanov, ivanov)).toMatchObject({
    band: 'POSSIBLE',
    agreed: [{ kind: 'SURNAME', outcome: 'AGREED' }, {}, {}],
  });
  expect(compare({ ...ivanov, script: 'LATIN', surname: 'Ivanou', givenName: 'Arkadz' }, ivanov).band).toBe(
    'POSSIBLE',
  );
  expect(compare({ patronymic: undefined }).band).toBe('STRONG');
  for (const { kind, outcome, ...more } of compare(ivanov, ivanov).agreed)
    expect([kind, outcome, more]).toEqual([kind, outcome, {}]);
});

test('twins are possibly one person, and never surely; with the given name the same is sure', () => {
  expect(compare({ givenName: 'Виктор' })).toMatchObject({ band: 'POSSIBLE' });
  expect(compare({})).toMatchObject({ band: 'STRONG' });
});

test('a father and his son make no band', () => {
  const son = { givenName: 'Пётр', patronymic: 'Аркадьевич', birth: '2005-08-30' };
  expect(compare(son)).toEqual({ band: undefined, agreed: [{ kind: 'SURNAME', outcome: 'AGREED' }] });
});

test('things that persons share add at most what one of them does', () => {
  const shared: Features['shared'] = [
    { kind: 'WALLET', value: '1' },
    { kind: 'ACCOUNT', value: '2' },
  ];
  const held = { ...identityFeatures({ script: 'RUSSIAN', surname: 'Кулешов' }), shared };
  const by = (some: Features['shared']) => agreementOf({ ...held, shared: some }, held).band;
  expect(by(shared.slice(1))).toBe('POSSIBLE');
  expect(by(shared)).toBe('POSSIBLE');
});
