import type { CriminalRole } from '../../../subgraphs/agency/records/values/roles.ts';
import { roleKinds } from '../../../terms/enums.ts';
import type { Random } from '../chance/random.ts';
import { type Draft, provenanceOf, type Recording } from '../people/recording.ts';

type RoleKind = CriminalRole['kind'];

/** What a person of a role is found to do besides. */
const companions: Record<RoleKind, readonly RoleKind[]> = {
  CALL_CENTRE_LEADER: ['FRAUD_GROUP_ORGANISER', 'MULE_RECRUITER'],
  CALL_CENTRE_MEMBER: ['FRAUD_GROUP_MEMBER', 'MONEY_MULE'],
  FRAUD_GROUP_ORGANISER: ['CALL_CENTRE_LEADER', 'MULE_RECRUITER'],
  FRAUD_GROUP_MEMBER: ['CASH_COURIER', 'CALL_CENTRE_MEMBER'],
  RANSOMWARE_OPERATOR: ['MALWARE_DEVELOPER'],
  MALWARE_DEVELOPER: ['RANSOMWARE_OPERATOR'],
  CASH_COURIER: ['MONEY_MULE', 'FRAUD_GROUP_MEMBER'],
  MONEY_MULE: ['CASH_COURIER'],
  MULE_RECRUITER: ['MONEY_MULE', 'SIM_SUPPLIER'],
  GSM_GATEWAY_OPERATOR: ['SIM_SUPPLIER', 'CALL_CENTRE_MEMBER'],
  SIM_SUPPLIER: ['GSM_GATEWAY_OPERATOR'],
};

/** What is true of a person: one role, or two. */
export function trueRoles(truth: Random): { main: RoleKind; companion?: RoleKind; coerced: boolean } {
  const main = truth.pick(roleKinds);
  const companion = truth.pick(companions[main]);
  const two = truth.chance(0.3);
  return { main, ...(two && { companion }), coerced: truth.chance(0.25) };
}

/** At least one; the agency may have found out only one of two. */
export function roles(recording: Recording): Draft<CriminalRole>[] {
  const { main, companion, coerced } = trueRoles(recording.ofPerson('roles'));
  const own = recording.ofAgency('roles');
  const kinds = companion && own.chance(0.8) ? [main, companion] : [main];
  return kinds.map((kind) => ({
    kind,
    // Left out when the agency has not settled it.
    ...(kind === 'MONEY_MULE' && own.chance(0.85) ? { coerced } : {}),
    provenance: provenanceOf(recording, own),
  }));
}
