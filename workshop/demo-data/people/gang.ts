import type { GroupRecord } from '../../../subgraphs/agency/records/group/group-record.ts';
import { type Random, streamOf } from '../chance/random.ts';

/** What is true of a criminal group, as a person is of a dossier; a group is what one agency has recorded of it. */
export interface Gang {
  key: string;
  kind: GroupRecord['kind'];
  name: string;
  /** What the gang has is drawn from here, so that all who use it, and both agencies, have the same. */
  stream(label: string): Random;
}

/** The gang of the dossiers that are in every demo database. */
export const knownGang: Gang = {
  key: 'known',
  kind: 'CALL_CENTRE',
  name: 'Grey Stork call centre',
  stream: (label) => streamOf('known', label),
};
