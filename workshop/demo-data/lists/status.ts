import type { Status } from '../../../subgraphs/agency/records/values/status.ts';
import { type Draft, provenanceOf, type Recording } from '../people/recording.ts';

export function status(recording: Recording): Draft<Status> {
  const own = recording.ofAgency('status');
  const open = [
    ['SUSPECTED', 50],
    ['ACCUSED', 28],
    ['CONVICTED', 14],
  ] as const;
  // The last two start erasure and end every link, so no linked dossier has them.
  const ended = [
    ['DISCONTINUED', 5],
    ['ACQUITTED', 3],
  ] as const;
  const stage = own.weighted<Status['stage']>(recording.linked ? open : [...open, ...ended]);
  return { stage, provenance: provenanceOf(recording, own) };
}
