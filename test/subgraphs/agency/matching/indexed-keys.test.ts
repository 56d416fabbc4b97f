import { indexedKeys, isFoundBy } from '../../../../subgraphs/agency/matching/indexed-keys.ts';
import { CandidateIndex } from '../../../../workshop/bench/eval-matching/candidate-index.ts';
import {
  type Identity,
  identityFeatures,
} from '../../../../workshop/bench/eval-matching/identity-features.ts';

const solovyov: Identity = {
  script: 'RUSSIAN',
  surname: 'Соловьёв',
  givenName: 'Евгений',
  patronymic: 'Николаевич',
  birth: '1985-03-12',
};
const index = new CandidateIndex<string>();
index.add({ id: 'he', features: identityFeatures(solovyov) });
index.add({
  id: 'his brother',
  features: identityFeatures({ ...solovyov, givenName: 'Андрей', birth: '1988-01-20' }),
});
index.add({ id: 'his namesake', features: identityFeatures({ ...solovyov, birth: '1961-07-30' }) });
for (let i = 0; i < 500; i++) {
  const birth = `19${50 + (i % 50)}-0${1 + (i % 9)}-1${i % 10}`;
  index.add({
    id: `other ${i}`,
    features: identityFeatures({ ...solovyov, surname: `Зайцев${'абвгд'[i % 5]}`, birth }),
  });
}

const found = (identity: Identity) => index.candidatesOf(identityFeatures(identity)).map(({ id }) => id);

describe('the candidates of a person among many', () => {
  test.each<[string, Identity]>([
    ['in another script', { script: 'LATIN', surname: 'Salauyou', givenName: 'Yauhen', birth: '1985-03-12' }],
    ['with a slip in the surname', { ...solovyov, surname: 'Соловёьв' }],
    ['with day and month swapped', { ...solovyov, birth: '1985-12-03' }],
    ['with the year alone', { ...solovyov, birth: '1985' }],
    ['in the other order', { ...solovyov, surname: 'Евгений', givenName: 'Соловьёв' }],
  ])('are he alone, %s', (_how, identity) => {
    expect(found(identity)).toEqual(['he']);
  });

  test('are nobody where nobody is he', () => {
    expect(found({ ...solovyov, givenName: 'Пётр', birth: '1999-09-09' })).toEqual([]);
    expect(index.candidatesOf(identityFeatures({ script: 'LATIN' }))).toEqual([]);
  });
});

test('a record is found by each of its keys, and by no other', () => {
  const features = identityFeatures(solovyov);
  for (const key of indexedKeys(features)) expect(isFoundBy(features, new Set(['other', key]))).toBe(true);
  const other = indexedKeys(identityFeatures({ ...solovyov, surname: 'Зайцев', birth: '1961-07-30' }));
  const own = new Set(indexedKeys(features));
  const foreign = other.filter((key) => !own.has(key));
  expect(foreign.length).toBeGreaterThan(5);
  expect(isFoundBy(features, new Set(foreign))).toBe(false);
});
