import { everyKind } from '../support/end-to-end/kinds-of-values/kinds.ts';
import { missingKinds } from '../support/end-to-end/kinds-of-values/missing-kinds.ts';
import { schemaOf, supergraphSdl } from '../support/schema-files.ts';

const missingIn = (sdl: string) => missingKinds(schemaOf(sdl), everyKind);

describe('the kinds of values that are written end to end', () => {
  test('are all that the SDL has', () => {
    expect(missingIn(supergraphSdl())).toEqual([]);
  });

  test.each([
    ['a kind', '  MESSENGER @', '  FAX MESSENGER @', 'contacts kind FAX'],
    [
      'a kind with an input',
      'sipTrunk: SipTrunkInput',
      'sipTrunk: SipTrunkInput wifi: DomainInput',
      'infrastructure wifi',
    ],
    ['a member of another list', '  MALE @', '  UNKNOWN MALE @', 'sex sex UNKNOWN'],
    ['a part of a value', 'slots: Int', 'slots: Int colour: String', 'infrastructure simBox colour'],
    ['a field', 'harms: [HarmInput!]', 'harms: [HarmInput!] sightings: [HarmInput!]', 'sightings'],
    ['a field that is only read', 'harms: [Harm!]', 'harms: [Harm!] pastHarms: [Harm!]', 'pastHarms read'],
  ])('would lack %s that were added to it', (_what, before, after, missing) => {
    expect(missingIn(supergraphSdl().replaceAll(before, after))).toContain(missing);
  });

  test('would lack one whose row is taken out', () => {
    const without = everyKind.filter(({ written }) => written.kind !== 'MESSENGER');
    expect(missingKinds(schemaOf(supergraphSdl()), without)).toEqual([
      'contacts kind MESSENGER',
      'contacts service',
    ]);
  });
});
