import type { GroupRecord } from '../../subgraphs/agency/records/group/group-record.ts';
import type { CriminalRole } from '../../subgraphs/agency/records/values/roles.ts';
import { groupKinds } from '../../terms/enums.ts';
import type { DemoAgency } from './agencies/demo-agencies.ts';
import { streamOf } from './chance/random.ts';
import { trueRoles } from './lists/roles.ts';
import { handleWords } from './names/words.ts';
import { type Gang, knownGang } from './people/gang.ts';
import type { Subject } from './population.ts';

type RoleKind = CriminalRole['kind'];

const rolesOf: Record<GroupRecord['kind'], readonly RoleKind[]> = {
  CALL_CENTRE: ['CALL_CENTRE_LEADER', 'CALL_CENTRE_MEMBER'],
  FRAUD_GROUP: ['FRAUD_GROUP_ORGANISER', 'FRAUD_GROUP_MEMBER', 'CASH_COURIER'],
  RANSOMWARE_CREW: ['RANSOMWARE_OPERATOR', 'MALWARE_DEVELOPER'],
  MULE_NETWORK: ['MULE_RECRUITER', 'MONEY_MULE', 'CASH_COURIER'],
  GSM_GATEWAY_NETWORK: ['GSM_GATEWAY_OPERATOR', 'SIM_SUPPLIER'],
};
const heads: readonly RoleKind[] = ['CALL_CENTRE_LEADER', 'FRAUD_GROUP_ORGANISER', 'MULE_RECRUITER'];

const nouns: Record<GroupRecord['kind'], string> = {
  CALL_CENTRE: 'call centre',
  FRAUD_GROUP: 'fraud group',
  RANSOMWARE_CREW: 'crew',
  MULE_NETWORK: 'mule network',
  GSM_GATEWAY_NETWORK: 'gateway network',
};

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function gangOf(seed: number, index: number): Gang {
  const key = `gang-${index}`;
  const stream = (label: string) => streamOf(seed, key, label);
  const random = stream('gang');
  const kind = groupKinds[index % groupKinds.length] ?? 'FRAUD_GROUP';
  const [first, second] = [random.pick(handleWords.first), random.pick(handleWords.second)];
  return { key, kind, name: `${capitalised(first)} ${capitalised(second)} ${nouns[kind]}`, stream };
}

interface Recruit {
  key: string;
  role: RoleKind;
  agencies: DemoAgency[];
}

/** Every person, in an order that says nothing about which agency knows them. */
function recruitsAmong(seed: number, subjects: readonly Subject[]): Recruit[] {
  const agenciesOf = new Map<string, DemoAgency[]>();
  for (const { persons } of subjects) {
    for (const { agency, person } of persons)
      agenciesOf.set(person.key, [...(agenciesOf.get(person.key) ?? []), agency]);
  }
  return [...agenciesOf]
    .map(([key, agencies]) => ({ key, agencies, role: trueRoles(streamOf(seed, key, 'roles')).main }))
    .map((candidate) => ({ candidate, place: streamOf(seed, candidate.key, 'gang').next() }))
    .sort((one, other) => one.place - other.place)
    .map(({ candidate }) => candidate);
}

/** Who is in which gang, by the persons' keys: a gang for every 25 dossiers of an agency, of four to eleven people there. */
export function gangsOf(
  seed: number,
  subjects: readonly Subject[],
  dossiersPerAgency: number,
): ReadonlyMap<string, Gang> {
  const free = new Set(recruitsAmong(seed, subjects));
  const gangOfPerson = new Map<string, Gang>();
  const fill = (gang: Gang, mostHeads: number, places: Record<DemoAgency, number>) => {
    let headsLeft = mostHeads;
    for (const candidate of free) {
      const isHead = heads.includes(candidate.role);
      if (!rolesOf[gang.kind].includes(candidate.role) || (isHead && headsLeft === 0)) continue;
      if (candidate.agencies.some((agency) => places[agency] === 0)) continue;
      for (const agency of candidate.agencies) places[agency]--;
      if (isHead) headsLeft--;
      free.delete(candidate);
      gangOfPerson.set(candidate.key, gang);
    }
  };
  // The linked person leads this one.
  fill(knownGang, 0, { BELARUS: 4, RUSSIA: 4 });
  for (let index = 1; index < Math.round(dossiersPerAgency / 25); index++) {
    const gang = gangOf(seed, index);
    const size = gang.stream('size');
    fill(gang, 2, { BELARUS: size.between(4, 11), RUSSIA: size.between(4, 11) });
  }
  return gangOfPerson;
}
