import { score } from '../../../../subgraphs/agency/matching/score.ts';
import { tokenised } from '../../../../subgraphs/agency/matching/tokens.ts';
import { weighedAtHome } from '../../../../subgraphs/agency/matching/weighed-at-home.ts';
import { identityFeatures } from '../../../../workshop/bench/eval-matching/identity-features.ts';
import { keysOf } from '../../../support/match-keys.ts';

const { current: key } = keysOf('test');
const ivanov = identityFeatures({ script: 'RUSSIAN', surname: 'Иванов', givenName: 'Иван' });
const inLatin = identityFeatures({ script: 'LATIN', surname: 'Ivanou', givenName: 'Ivan' });

const weighed = (bits: number) =>
  weighedAtHome(ivanov, key, async (asked) => asked.map((_id) => ({ _id, bits })));
const weightIn = ({ evidence }: ReturnType<typeof score>) => evidence[0]?.weight;

describe('what is sought at home', () => {
  test('is weighed by how common its surname is among the agency’s own dossiers, in place of the published table', async () => {
    for (const bits of [4.2, 8.1]) expect(weightIn(score(await weighed(bits), inLatin))).toBe(bits);
    expect(weightIn(score(ivanov, inLatin))).toBe(6.1);
  });

  test('is weighed by the published table where nothing is counted', async () => {
    expect(await weighedAtHome(ivanov, key, async () => [])).toEqual(ivanov);
  });

  test('asks for nothing without a surname', async () => {
    const nobody = identityFeatures({ script: 'LATIN', givenName: 'Ivan' });
    const never = () => Promise.reject(new Error('it was asked'));
    expect(await weighedAtHome(nobody, key, never)).toEqual(nobody);
  });

  test('asks by tokens that are those of no record, and no other agency is told the weight', async () => {
    const asked: number[] = [];
    await weighedAtHome(ivanov, key, async (tokens) => {
      asked.push(...tokens);
      return [];
    });
    const travels = JSON.stringify(tokenised(key, await weighed(4.2)));
    expect(travels).not.toMatch(/bits/i);
    for (const token of asked) expect(travels).not.toContain(String(token));
  });
});
