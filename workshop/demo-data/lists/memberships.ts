import type { Membership } from '../../../subgraphs/agency/records/values/memberships.ts';
import type { CriminalRole } from '../../../subgraphs/agency/records/values/roles.ts';
import { type Draft, provenanceOf, type Recording } from '../people/recording.ts';
import { trueRoles } from './roles.ts';

/** A person's place in a group by their role, the likeliest first. */
const ranks: Record<CriminalRole['kind'], readonly (readonly [Membership['rank'], number])[]> = {
  CALL_CENTRE_LEADER: [
    ['LEADER', 3],
    ['ORGANISER', 1],
  ],
  CALL_CENTRE_MEMBER: [['MEMBER', 1]],
  FRAUD_GROUP_ORGANISER: [
    ['ORGANISER', 2],
    ['LEADER', 1],
  ],
  FRAUD_GROUP_MEMBER: [['MEMBER', 1]],
  RANSOMWARE_OPERATOR: [
    ['MEMBER', 3],
    ['ORGANISER', 1],
    ['LEADER', 1],
  ],
  MALWARE_DEVELOPER: [
    ['MEMBER', 3],
    ['ASSOCIATE', 1],
  ],
  CASH_COURIER: [
    ['MEMBER', 2],
    ['ASSOCIATE', 1],
  ],
  MONEY_MULE: [['ASSOCIATE', 1]],
  MULE_RECRUITER: [
    ['ORGANISER', 2],
    ['LEADER', 1],
  ],
  GSM_GATEWAY_OPERATOR: [
    ['MEMBER', 3],
    ['ORGANISER', 1],
  ],
  SIM_SUPPLIER: [['ASSOCIATE', 1]],
};

/** None where the agency has no record of the gang. */
export function memberships(recording: Recording): Draft<Membership>[] {
  const { group, ofPerson, ofAgency } = recording;
  if (group === undefined) return [];
  const own = ofAgency('memberships');
  const { main } = trueRoles(ofPerson('roles'));
  return [{ group, rank: own.weighted(ranks[main]), provenance: provenanceOf(recording, own) }];
}
