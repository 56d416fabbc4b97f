import type { Citizenship } from '../../../subgraphs/agency/records/values/citizenships.ts';
import type { Country } from '../names/places.ts';
import { type Draft, provenanceOf, type Recording } from '../people/recording.ts';

const others = ['AM', 'AZ', 'GE', 'KG', 'KZ', 'LT', 'LV', 'MD', 'PL', 'RS', 'TJ', 'UA', 'UZ'] as const;

export function trueCitizenships({ ofPerson }: Pick<Recording, 'ofPerson'>): readonly Country[] {
  const truth = ofPerson('citizenships');
  return truth.weighted<readonly Country[]>([
    [['BY'], 44],
    [['RU'], 38],
    [['BY', 'RU'], 6],
    [[truth.pick(others)], 9],
    [['BY', truth.pick(others)], 3],
  ]);
}

export function citizenships(recording: Recording): Draft<Citizenship>[] {
  const own = recording.ofAgency('citizenships');
  return trueCitizenships(recording)
    .filter(() => own.chance(0.92))
    .map((country) => ({ country, provenance: provenanceOf(recording, own) }));
}
