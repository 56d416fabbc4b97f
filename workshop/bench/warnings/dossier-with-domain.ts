import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { newDossierId } from '../../../subgraphs/agency/records/random-id.ts';
import { type Agency, agencies } from '../../../terms/agencies.ts';
import { knownToOneDossier } from '../../demo-data/known/known-to-one.ts';
import { demoNaming } from '../../demo-data/naming/demo-naming.ts';

/** The name of a domain among each agency's own identifiers. */
export const indicatorOfDomain = (value: string): string => demoNaming.idOf('DOMAIN', value);

/** A new dossier, of a case of its own, that holds one identifier: the domain. */
export function dossierWithDomain(
  agency: Agency,
  value: string,
  { number, isImported }: { number: number; isImported: boolean },
): DossierRecord {
  const { match: _match, samePersonAs: _same, ...dossier } = knownToOneDossier();
  const { idPrefix } = agencies[agency];
  const _id = newDossierId(idPrefix);
  return {
    ...dossier,
    _id,
    agency,
    handlingCode: 'ON_RELEASE',
    cases: [`${idPrefix}-2026-${String(number % 1_000_000).padStart(6, '0')}`],
    documents: [],
    contacts: [],
    instruments: [],
    memberships: [],
    releases: [],
    links: [],
    infrastructure: [
      {
        id: 'V000000000000',
        kind: 'DOMAIN',
        value,
        node: indicatorOfDomain(value),
        checksum: 'NONE',
        // Of this moment: what was recorded earlier would go before what is measured.
        provenance: { ...dossier.status.provenance, recordedAt: new Date() },
      },
    ],
    recordedWith: `${isImported ? 'import' : 'bench'} ${_id}`,
  };
}
