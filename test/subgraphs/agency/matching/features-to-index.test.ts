import { dossierFeatures, featuresToIndex } from '../../../../subgraphs/agency/matching/dossier-features.ts';
import { indexedKeys } from '../../../../subgraphs/agency/matching/indexed-keys.ts';
import type { PersonName } from '../../../../subgraphs/agency/records/values/names.ts';
import { demoRecords } from '../../../../workshop/demo-data/records.ts';
import { dossierOf } from '../../../support/hand-made-dossiers.ts';

const dossier = dossierOf('BY-0000000001');
const [name] = dossier.names as [PersonName];

const whole = (values: Parameters<typeof featuresToIndex>[0]) =>
  indexedKeys(dossierFeatures(values, () => true)).sort();
const quick = (values: Parameters<typeof featuresToIndex>[0]) => indexedKeys(featuresToIndex(values)).sort();

describe('a dossier has the same keys of the index, worked out by what they need alone', () => {
  test('as from all that it is compared by, in all dossiers of the demo', () => {
    const { BELARUS, RUSSIA } = demoRecords({ seed: 3, dossiersPerAgency: 150 });
    for (const record of [...BELARUS.dossiers, ...RUSSIA.dossiers]) {
      expect(quick(record)).toEqual(whole(record));
      expect(quick(record).length).toBeGreaterThan(5);
    }
  });

  test.each([
    ['two surnames', { script: 'RUSSIAN', surname: 'Петрова-Водкина', givenName: 'Анна' }],
    ['one of two that has no sound', { script: 'RUSSIAN', surname: 'Петров-ь', givenName: 'Анна' }],
    ['an initial', { script: 'RUSSIAN', surname: 'Петров', givenName: 'А.', patronymic: 'И.' }],
    ['a short form', { script: 'LATIN', surname: 'Petrov', givenName: 'Sasha' }],
    ['no surname', { script: 'BELARUSIAN', givenName: 'Язэп', patronymic: 'Рыгоравіч' }],
    ['a surname alone', { script: 'BELARUSIAN', surname: 'Гарадзейка' }],
    ['a part without a letter', { script: 'RUSSIAN', surname: '’-’', givenName: 'Анна' }],
    ['many readings', { script: 'LATIN', surname: 'Tchtchoudjeeschtsch', givenName: 'Iouri' }],
  ] satisfies [string, Partial<PersonName>][])('of a name with %s', (_, parts) => {
    const { surname: _s, givenName: _g, patronymic: _p, ...rest } = name;
    const values = { ...dossier, names: [{ ...rest, ...parts, kind: 'MAIN' as const }] };
    expect(quick(values as never)).toEqual(whole(values as never));
  });
});
