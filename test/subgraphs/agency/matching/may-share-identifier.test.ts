import { dossierFeatures } from '../../../../subgraphs/agency/matching/dossier-features.ts';
import { matchUnder } from '../../../../subgraphs/agency/matching/match-under.ts';
import { mayShareIdentifier } from '../../../../subgraphs/agency/matching/may-share-identifier.ts';
import { candidateTokens } from '../../../../subgraphs/agency/matching/tokens.ts';
import type { DossierPart } from '../../../../subgraphs/agency/records/dossier/dossier-part.ts';
import type { DossierValues } from '../../../../subgraphs/agency/records/values/value-kinds.ts';
import { keysOf, testKeys, testMatch, testNaming } from '../../../support/match-keys.ts';
import { person, recorded } from './support.ts';

/** The part of a record, stored with all of these values, that is read first. */
const readFirst = (values: Partial<DossierValues>, match = testMatch(values)): DossierPart => {
  const { names, birth, birthPlace, sex } = values;
  return {
    _id: 'BY-A000000001',
    ...(names && { names }),
    ...(birth && { birth }),
    ...(birthPlace && { birthPlace }),
    ...(sex && { sex }),
    match,
  };
};

const tokensOf = (values: Partial<DossierValues>, keys = testKeys) =>
  candidateTokens(
    keys.all,
    dossierFeatures(values, () => true),
  );
const mayShare = mayShareIdentifier(testKeys.all, tokensOf(person));

const { names, birth, birthPlace, sex } = person;
const namesake: Partial<DossierValues> = { names, birth, birthPlace, sex };

describe('a record can share a number or a thing with the dossier that is sought', () => {
  test('not where its name and its date alone have led to it', () => {
    expect(mayShare(readFirst(namesake))).toBe(false);
    expect(mayShare(readFirst({ names }))).toBe(false);
  });

  const at = (field: 'documents' | 'contacts' | 'instruments' | 'infrastructure', index: number) => ({
    [field]: [person[field][index]],
  });
  const phone = at('contacts', 0);
  test.each<[string, Partial<DossierValues>]>([
    ['a personal number', at('documents', 0)],
    ['a passport', at('documents', 1)],
    ['a phone', phone],
    ['an e-mail address', at('contacts', 1)],
    ['an account of a messenger', at('contacts', 2)],
    ['a bank account', at('instruments', 0)],
    ['a card', at('instruments', 1)],
    ['a wallet', at('instruments', 2)],
    ['a device', at('infrastructure', 0)],
  ])('where it has %s of it, beside the name and without it', (_what, values) => {
    expect(mayShare(readFirst({ ...namesake, ...values }))).toBe(true);
    expect(mayShare(readFirst(values))).toBe(true);
  });

  test('not by a number of its own, nor by one whose check digits disagree', () => {
    const other = recorded({ kind: 'PHONE' as const, value: '+375297654321' });
    expect(mayShare(readFirst({ ...namesake, contacts: [other] }))).toBe(false);
    const documents = person.documents.slice(0, 1).map((each) => ({ ...each, checksum: 'FAILED' as const }));
    expect(mayShare(readFirst({ ...namesake, documents }))).toBe(false);
  });

  test('by what waits for a countersignature, which some viewers may know of', () => {
    const match = { ...testMatch(namesake), unsigned: tokensOf(phone) };
    expect(mayShare(readFirst(namesake, match))).toBe(true);
    expect(mayShare(readFirst(namesake, { ...match, unsigned: [] }))).toBe(false);
  });

  test('under whichever key it was stored', () => {
    const keys = keysOf('new', 'test');
    const underEither = mayShareIdentifier(keys.all, tokensOf(person, keys));
    for (const current of keys.all) {
      const stored = (values: Partial<DossierValues>) =>
        readFirst(values, matchUnder({ current }, testNaming)(values));
      expect(underEither(stored(namesake))).toBe(false);
      expect(underEither(stored({ ...namesake, ...phone }))).toBe(true);
    }
  });
});
