import type { RecordedSex } from '../../../subgraphs/agency/records/values/sex.ts';
import { type Draft, provenanceOf, type Recording } from '../people/recording.ts';

export function sex(recording: Recording): Draft<RecordedSex> | undefined {
  const own = recording.ofAgency('sex');
  if (own.chance(0.05)) return undefined;
  return { sex: recording.person.sex, provenance: provenanceOf(recording, own) };
}
