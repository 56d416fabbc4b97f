import type { BirthPlace } from '../../../subgraphs/agency/records/values/birth-place.ts';
import { type Country, type Place, places } from '../names/places.ts';
import { type Draft, provenanceOf, type Recording } from '../people/recording.ts';
import { trueCitizenships } from './citizenships.ts';

function trueBirthPlace({ ofPerson }: Recording): { country: Country; place: Place } {
  const truth = ofPerson('birth-place');
  const [citizenship = 'BY'] = trueCitizenships({ ofPerson });
  const country = truth.chance(0.9) ? citizenship : truth.pick(Object.keys(places) as Country[]);
  return { country, place: truth.pick<Place>(places[country]) };
}

/** Absent when the agency has none; the country alone where no more is known. */
export function birthPlace(recording: Recording): Draft<BirthPlace> | undefined {
  const { country, place } = trueBirthPlace(recording);
  const own = recording.ofAgency('birth-place');
  if (own.chance(0.25)) return undefined;
  const language = recording.agency === 'BELARUS' && own.chance(0.3) ? 'belarusian' : 'russian';
  return {
    country,
    ...(own.chance(0.85) && { place: place[language] }),
    provenance: provenanceOf(recording, own),
  };
}
