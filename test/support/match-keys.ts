import { type MatchOf, matchUnder } from '../../subgraphs/agency/matching/match-under.ts';
import { type MatchKeys, readMatchKeys } from '../../subgraphs/agency/matching/tokens.ts';
import type { NodeNaming } from '../../subgraphs/agency/records/formats/text/node-id.ts';
import type { DossierValues } from '../../subgraphs/agency/records/values/value-kinds.ts';
import { demoNaming } from '../../workshop/demo-data/naming/demo-naming.ts';

/** A set of keys as `MATCH_KEYS` has it, each known to everybody: for tests alone. */
export const keySetOf = (...ids: string[]): string =>
  JSON.stringify({
    keys: ids.map((kid) => ({
      kty: 'oct',
      kid,
      k: Buffer.from(kid.padEnd(32, '.')).toString('base64url'),
    })),
  });

export const keysOf = (...ids: string[]): MatchKeys => readMatchKeys(keySetOf(...ids));

/** What tests write under that are not about keys. */
export const testKeys: MatchKeys = keysOf('test');

/** The names of what dossiers of tests share: those that demo records have before they are written. */
export const testNaming: NodeNaming = demoNaming;

/** What the stores of tests write with each dossier. */
export const testMatch: MatchOf = matchUnder(testKeys, testNaming);

/** A dossier as the stores would have written it. */
export const findable = <Dossier extends Partial<DossierValues>>(dossier: Dossier) => ({
  ...dossier,
  match: testMatch(dossier),
});
