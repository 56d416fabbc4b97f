import { parse, print } from 'graphql';
import { nameForAgency, repeatForEach } from '../../../schema/compose/name-for-agency.ts';

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

describe('a part for each agency stands once for every one', () => {
  const repeated = (sdl: string): string =>
    print(repeatForEach(parse(sdl, { noLocation: true }), ['belarus', 'russia', 'example']));

  test('as a type and as a field', () => {
    expect(repeated('type All { each: EachSearch last: Int } type EachSearch { id: ID }')).toBe(
      same(`
        type All { belarus: BelarusSearch russia: RussiaSearch example: ExampleSearch last: Int }
        type BelarusSearch { id: ID } type RussiaSearch { id: ID } type ExampleSearch { id: ID }
      `),
    );
  });

  test('and in a list of fields', () => {
    expect(repeated('type All { a: Int @requires(fields: "id each { matches } last") }')).toBe(
      same(
        'type All { a: Int @requires(fields: "id belarus { matches } russia { matches } example { matches } last") }',
      ),
    );
  });

  test('but not in words that only look like it', () => {
    const others = '"Of each { agency }." type Eachother { reach: Int eachTime: Int } enum E { each }';
    expect(repeated(others)).toBe(same(others));
  });
});
