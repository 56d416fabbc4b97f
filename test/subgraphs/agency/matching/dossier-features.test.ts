import { criteriaFeatures } from '../../../../subgraphs/agency/matching/criteria-features.ts';
import { dossierFeatures } from '../../../../subgraphs/agency/matching/dossier-features.ts';
import { nameFeatures, noFeatures } from '../../../../subgraphs/agency/matching/features.ts';
import { person, recorded } from './support.ts';

const all = () => true;

describe('what is compared of a dossier', () => {
  const features = dossierFeatures(person, all);

  test('is a number that contradicts another, and a passport, which is renewed, apart', () => {
    expect(features.nationalIds).toEqual([{ kind: 'BY PERSONAL_NUMBER', number: '3120385A001PB1' }]);
    expect(features.passports).toEqual(['BY PASSPORT MP1234567']);
  });

  test('is what persons share, in one spelling, and neither places of cashing out nor domains', () => {
    expect(features.shared).toEqual([
      { kind: 'PHONE', value: '+375291234567' },
      { kind: 'EMAIL', value: 'solo@example.org' },
      { kind: 'MESSENGER', value: 'telegram solo_85' },
      { kind: 'ACCOUNT', value: 'by20olmp31350000001000000933' },
      { kind: 'CARD', value: '411111 1111' },
      { kind: 'WALLET', value: 'BTC 1BoatSLRHtKNngkdXEeobR76b53LETtpyT' },
      { kind: 'IMEI', value: '49015420323751' },
    ]);
  });

  test('is the person: every name with parts, birth and sex', () => {
    expect(features).toMatchObject({
      births: [{ day: '1985-03-12', swapped: '1985-12-03' }],
      sex: 'MALE',
      birthPlace: ['BY MINSK'],
    });
    expect(features.names).toEqual(
      nameFeatures({
        script: 'BELARUSIAN',
        surname: 'Салаўёў',
        givenName: 'Яўген',
        patronymic: 'Мікалаевіч',
      }),
    );
    expect(features).not.toHaveProperty('isWoman');
    expect(dossierFeatures({ sex: recorded({ sex: 'FEMALE' as const }) }, all).isWoman).toBe(true);
  });

  test('is nothing of a number whose check digits disagree', () => {
    const { documents, infrastructure } = person;
    const failed = {
      documents: documents.map((document) => ({ ...document, checksum: 'FAILED' as const })),
      infrastructure: infrastructure.map((item) => ({ ...item, checksum: 'FAILED' as const })),
    };
    expect(dossierFeatures(failed, all)).toEqual(noFeatures());
  });

  test.each([
    ['IDENTITY', ['names', 'births', 'birthPlace', 'nationalIds', 'passports']],
    ['CONTACT', ['PHONE', 'EMAIL', 'MESSENGER']],
    ['FINANCIAL', ['ACCOUNT', 'CARD', 'WALLET']],
    ['TECHNICAL', ['IMEI']],
  ])('is nothing of a class that is not readable: %s', (informationClass, gone) => {
    const { shared, ...ofPerson } = dossierFeatures(person, (asked) => asked !== informationClass);
    const left = [
      ...Object.entries(ofPerson).flatMap(([kind, found]) =>
        Array.isArray(found) && found.length > 0 ? [kind] : [],
      ),
      ...shared.map(({ kind }) => kind),
    ];
    for (const kind of gone) expect(left).not.toContain(kind);
    expect(left.length).toBeGreaterThan(0);
    expect(dossierFeatures(person, () => false)).toEqual(noFeatures());
  });
});

describe('what is compared of criteria', () => {
  test('has the very forms of a dossier that holds the same', () => {
    const criteria = criteriaFeatures({
      names: [{ script: 'BELARUSIAN', surname: 'Салаўёў', givenName: 'Яўген', patronymic: 'Мікалаевіч' }],
      birthDate: '1985-03-12',
      birthPlace: { country: 'BY', place: 'г. Минск' },
      sex: 'MALE',
      document: { issuer: 'BY', kind: 'PERSONAL_NUMBER', number: '3120385A001PB1' },
      phone: '+375291234567',
      email: 'SOLO@example.org',
      messenger: { service: 'telegram', account: 'solo_85' },
      account: 'BY20OLMP31350000001000000933',
      card: { first6: '411111', last4: '1111' },
      wallet: { chain: 'BTC', address: '1BoatSLRHtKNngkdXEeobR76b53LETtpyT' },
      imei: '4901542032375101',
    });
    expect({ ...criteria, passports: ['BY PASSPORT MP1234567'] }).toEqual(dossierFeatures(person, all));
  });

  test('takes a passport for one, with the Cyrillic letters that people type for Latin ones', () => {
    const document = { issuer: 'BY', kind: 'PASSPORT', number: 'МР 1234567' } as const;
    const { passports, nationalIds } = criteriaFeatures({ document });
    expect({ passports, nationalIds }).toEqual({ passports: ['BY PASSPORT MP1234567'], nationalIds: [] });
  });

  test('takes an address of Ethereum in any case, which is a checksum, and of Bitcoin as it is', () => {
    const [ETH, BTC] = ['ETH', 'BTC'].map((chain) =>
      criteriaFeatures({ wallet: { chain, address: '0xAB' } }).shared.map(({ value }) => value),
    );
    expect({ ETH, BTC }).toEqual({ ETH: ['ETH 0xab'], BTC: ['BTC 0xAB'] });
  });

  test('has every reading of a name', () => {
    const readings = [
      { script: 'RUSSIAN', surname: 'Роман', givenName: 'Павел' },
      { script: 'RUSSIAN', surname: 'Павел', givenName: 'Роман' },
    ] as const;
    expect(criteriaFeatures({ names: [...readings] }).names).toEqual(
      readings.flatMap((name) => nameFeatures(name)),
    );
  });

  test('is nothing of no criteria', () => {
    expect(criteriaFeatures({})).toEqual(noFeatures());
  });
});
