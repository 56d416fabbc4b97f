import { sightingsOf } from '../../../subgraphs/agency/matching/two-key/sightings-of.ts';
import type { SightingRecord } from '../../../subgraphs/agency/records/indicators/sighting.ts';
import { demoCaseOf } from '../../../workshop/demo-data/lists/cases.ts';
import { testNaming } from '../../support/match-keys.ts';
import { records } from './population.ts';

/** The identifiers that dossiers of both agencies' demo cases hold, with the kind of each. */
function sharedKinds(isCounted: (sighting: SightingRecord) => boolean): string[] {
  const held = (agency: 'BELARUS' | 'RUSSIA') =>
    new Map(
      records[agency].dossiers
        .flatMap((dossier) => sightingsOf(dossier, testNaming.idOf))
        .filter((sighting) => sighting.cases.includes(demoCaseOf(agency)) && isCounted(sighting))
        .map(({ indicator, kind }) => [indicator, kind]),
    );
  const there = held('RUSSIA');
  return [...held('BELARUS')].filter(([indicator]) => there.has(indicator)).map(([, kind]) => kind);
}

describe('the demo cases of the two agencies', () => {
  test('share a phone, a wallet and more in dossiers that are compared first', () => {
    expect(sharedKinds(({ isImported }) => !isImported)).toEqual(
      expect.arrayContaining(['PHONE', 'WALLET', 'EMAIL', 'SIM_BOX', 'DOCUMENT']),
    );
  });

  test('share a domain and more phones in those that are compared later', () => {
    expect(sharedKinds(({ isImported }) => isImported)).toEqual(expect.arrayContaining(['PHONE', 'DOMAIN']));
  });
});
