import type { Citizenship } from '../../../subgraphs/agency/dossiers/record.ts';
import { provenanceOf, type Recording } from '../recording.ts';

const others = ['AM', 'AZ', 'GE', 'KG', 'KZ', 'LT', 'LV', 'MD', 'PL', 'RS', 'TJ', 'UA', 'UZ'] as const;

export function citizenships(recording: Recording): Citizenship[] {
  const truth = recording.ofPerson('citizenships');
  const countries = truth.weighted([
    [['BY'], 44],
    [['RU'], 38],
    [['BY', 'RU'], 6],
    [[truth.pick(others)], 9],
    [['BY', truth.pick(others)], 3],
  ]);
  const own = recording.ofAgency('citizenships');
  return countries
    .filter(() => own.chance(0.92))
    .map((country) => ({ country, provenance: provenanceOf(recording, own) }));
}
