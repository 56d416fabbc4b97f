import { nameKeys } from '../../../../subgraphs/agency/matching/names/name-key.ts';
import { tokenOfSurname } from '../../../../subgraphs/agency/matching/own-surname.ts';
import { fewestDossiers, SurnameCount } from '../../../../subgraphs/agency/matching/surname-count.ts';
import { weights } from '../../../../subgraphs/agency/matching/weights.ts';
import { keysOf } from '../../../support/match-keys.ts';
import { recorded } from './support.ts';

const { current: key } = keysOf('test');
const called = (surname: string) => [
  recorded({ kind: 'LEGAL' as const, script: 'RUSSIAN' as const, surname, givenName: 'Иван' }),
  recorded({ kind: 'HANDLE' as const, script: 'LATIN' as const, handle: 'ivanov' }),
];

/** The weights after so many dossiers of each surname, and of others of whom no surname is known. */
function counted(bearers: Readonly<Record<string, number>>, dossiers: number): Map<number, number> {
  const count = new SurnameCount();
  let rest = dossiers;
  for (const [surname, many] of Object.entries(bearers))
    for (let index = 0; index < many; index++, rest--) count.add(called(surname));
  for (; rest > 0; rest--) count.add([]);
  return new Map([...count.weighed(key)].flatMap((one) => (one ? [[one._id, one.bits]] : [])));
}

const bitsIn = (own: ReadonlyMap<number, number>, surname: string): number | undefined =>
  own.get(tokenOfSurname(key, nameKeys('surname', surname, 'RUSSIAN')[0] ?? ''));

describe('a surname among an agency’s own dossiers', () => {
  test('weighs less the more of them bear it, in whatever spelling', () => {
    const usual = weights.SURNAME.agreed;
    const own = counted({ Гарадзейка: 40, Баглай: 400 }, 4_000);
    expect(bitsIn(own, 'Гарадзейка')).toBeLessThan(usual);
    expect(bitsIn(own, 'Гарадзейка')).toBe(bitsIn(own, 'Городейко'));
    expect(bitsIn(own, 'Баглай')).toBeLessThan(bitsIn(own, 'Гарадзейка') ?? 0);
  });

  test('is not kept where it is rare, so that nobody is found by what is counted', () => {
    const own = counted({ Гарадзейка: 2 }, 4_000);
    expect(bitsIn(own, 'Гарадзейка')).toBeUndefined();
    expect(own.size).toBeLessThan(200);
  });

  test('weighs more than the published table says where fewer bear it, and never more than an unknown one', () => {
    const [few, many] = [{}, { Иванов: 400 }].map((bearers) => bitsIn(counted(bearers, 4_000), 'Иванов'));
    expect(few).toBeGreaterThan(many ?? Number.NaN);
    expect(few).toBeLessThanOrEqual(weights.SURNAME.agreed);
  });

  test('is not weighed by few dossiers', () => {
    expect(counted({ Гарадзейка: 100 }, fewestDossiers - 1).size).toBe(0);
    expect(counted({ Гарадзейка: 100 }, fewestDossiers).size).toBeGreaterThan(0);
  });
});
