import { dossierFeatures } from '../../../subgraphs/agency/matching/dossier-features.ts';
import { travellingTokens } from '../../../subgraphs/agency/matching/travelling-tokens.ts';
import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { encodeQuestion, type SearchCriteria } from '../../../terms/search-exchange.ts';
import { dossierOf } from '../hand-made-dossiers.ts';
import { testKeys } from '../match-keys.ts';
import type { Officer } from '../world/officer.ts';
import type { Guess, Guessed } from './guesses.ts';

const search =
  'query ($of: [_Any!]!) { _entities(representations: $of) { ... on BelarusSearch { matches } } }';
const candidates = `query ($of: [_Any!]!) { _entities(representations: $of) {
  ... on RussiaDossier { candidates { dossier { id } hit { reference } } } } }`;

const [like] = [dossierOf('BY-A000000001')];
export const sharedValue = <Value>(of: Value) => ({
  ...of,
  id: 'V000000000001',
  provenance: like.status.provenance,
});
const nameOf = ({ surname, givenName }: { surname?: string | undefined; givenName?: string | undefined }) =>
  sharedValue({
    kind: 'LEGAL' as const,
    script: 'RUSSIAN' as const,
    ...(surname && { surname }),
    ...(givenName && { givenName }),
  });
/** A dossier that holds nothing but a name, a date and what is said of it. */
export const personal = (id: string, person: Guess, more: Partial<DossierRecord> = {}): DossierRecord => {
  const {
    birthPlace: _,
    sex: __,
    ...whole
  } = dossierOf(id, {
    names: [nameOf(person)],
    ...(person.birthDate && { birth: sharedValue({ date: person.birthDate }) }),
    documents: [],
    contacts: [],
    instruments: [],
    infrastructure: [],
    ...more,
  });
  return whole;
};
export const hiddenId = (index: number) => `BY-H1DDEN0${String(index).padStart(5, '0')}`;

const criteriaOf = ({ surname, givenName, birthDate, ...more }: Guess): SearchCriteria => ({
  names: [{ script: 'RUSSIAN', ...(surname && { surname }), ...(givenName && { givenName }) }],
  ...(birthDate && { birthDate }),
  ...more,
});

/** Searches by criteria as crossborder sends them. */
export const searchingBy =
  (by: Officer) =>
  async (criteria: SearchCriteria): Promise<Guessed & { text: string }> => {
    const question = encodeQuestion({ criteria });
    const { data, codes } = await by.run(search, { of: [{ __typename: 'BelarusSearch', question }] });
    if (codes.length > 0) throw new Error(codes.join());
    const text: string = data._entities[0].matches;
    const { matches, renewsAt } = JSON.parse(text);
    const told = matches.map(
      (match: { dossier?: string; hit?: { reference: string } }) => match.dossier ?? match.hit?.reference,
    );
    return { told, isSpent: renewsAt !== undefined, text };
  };

export const searching = (by: Officer) => (guess: Guess) => searchingBy(by)(criteriaOf(guess));

/** Compares a dossier of his agency's with these names and this date. */
export const comparing =
  (by: Officer, id = 'RU-0WN00000001') =>
  async (names: Guess[], birthDate?: string): Promise<Guessed> => {
    const dossier = {
      ...personal('BY-A000000001', { ...(birthDate && { birthDate }) }),
      names: names.map(nameOf),
    };
    const matchTokens = travellingTokens(
      testKeys,
      dossierFeatures(dossier, () => true),
    );
    const { data, codes } = await by.run(candidates, {
      of: [{ __typename: 'RussiaDossier', id, matchTokens }],
    });
    const told = (data._entities[0].candidates ?? []).map(
      (each: { dossier: { id: string } | null; hit: { reference: string } | null }) =>
        each.dossier?.id ?? each.hit?.reference,
    );
    return { told, isSpent: codes.includes('QUOTA_SPENT') };
  };
