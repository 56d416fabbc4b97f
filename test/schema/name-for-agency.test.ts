import { describe, expect, test } from '@jest/globals';
import { parse, print } from 'graphql';
import { nameForAgency } from '../../schema/compose/compose.ts';

const named = (sdl: string): string => print(nameForAgency(parse(sdl), 'belarus'));
const same = (sdl: string): string => print(parse(sdl));

describe('what every agency has is named for one', () => {
  test('in its types, wherever they are named', () => {
    expect(named('type OwnDossier { all: [OwnDossier!]! } union OwnAny = OwnDossier')).toBe(
      same('type BelarusDossier { all: [BelarusDossier!]! } union BelarusAny = BelarusDossier'),
    );
  });

  test('in its fields', () => {
    expect(named('type Suspect { own: OwnDossier }')).toBe(same('type Suspect { belarus: BelarusDossier }'));
  });

  test('and nowhere else', () => {
    const others =
      'type Owner { owner: Int owned: Int ownCase: Int } "The own OwnDossier." enum Owned { OWN }';
    expect(named(others)).toBe(same(others));
  });
});
