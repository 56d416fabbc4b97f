import type { GroupRecord } from '../../subgraphs/agency/records/group/group-record.ts';
import type { DemoAgency } from './agencies/demo-agencies.ts';
import { groupIdFrom } from './chance/ids.ts';
import { knownGroups } from './known/demo-ids.ts';
import { recordedOn } from './known/provenance.ts';
import { type Gang, knownGang } from './people/gang.ts';
import { drawnProvenance, type Recording } from './people/recording.ts';

const stored = (
  agency: DemoAgency,
  { kind, name }: Gang,
  { _id, provenance }: Pick<GroupRecord, '_id' | 'provenance'>,
): GroupRecord => ({
  _id,
  agency,
  kind,
  name,
  provenance,
  version: 1,
  createdAt: provenance.recordedAt,
  updatedAt: provenance.recordedAt,
  nextErasure: provenance.retainUntil,
  recordedWith: `demo ${_id}`,
});

/** Recorded before every dossier that can belong to it, whatever seed and size. */
export const knownGroup = (agency: DemoAgency): GroupRecord =>
  stored(agency, knownGang, { _id: knownGroups[agency], provenance: recordedOn('2023-05-15')('A2') });

/** An agency does not speak of a group before it knows three of its people. */
const fewest = 3;

/** The groups of one agency by their gangs' keys, each recorded with the first of its members' dossiers. */
export function groupsOf(agency: DemoAgency, recordings: readonly Recording[]): Map<string, GroupRecord> {
  const members = new Map<Gang, Recording[]>();
  for (const recording of recordings) {
    const { gang } = recording;
    if (gang) members.set(gang, [...(members.get(gang) ?? []), recording]);
  }
  const groups = new Map([[knownGang.key, knownGroup(agency)]]);
  for (const [gang, known] of members) {
    if (gang === knownGang || known.length < fewest) continue;
    const random = gang.stream(`group/${agency}`);
    const recordedAt = new Date(Math.min(...known.map(({ openedAt }) => openedAt.getTime())));
    const provenance = { ...drawnProvenance(recordedAt, random), contested: false };
    groups.set(gang.key, stored(agency, gang, { _id: groupIdFrom(agency, random), provenance }));
  }
  return groups;
}
