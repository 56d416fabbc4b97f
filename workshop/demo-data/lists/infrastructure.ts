import type { Infrastructure } from '../../../subgraphs/agency/records/values/infrastructure.ts';
import type { Random } from '../chance/random.ts';
import * as devices from '../invented/devices.ts';
import { mistyped } from '../invented/digits.ts';
import * as malware from '../invented/malware.ts';
import * as network from '../invented/network.ts';
import { type Draft, provenanceOf, type Recording } from '../people/recording.ts';
import { type Belongings, trueBelongings } from './belongings.ts';

type Kind = Infrastructure['kind'];
type Item = Omit<Draft<Infrastructure>, 'provenance'>;

const values: Record<Exclude<Kind, 'SIM_BOX'>, (random: Random) => string> = {
  IMEI: devices.imei,
  IMSI: devices.imsi,
  ICCID: devices.iccid,
  SIP_TRUNK: network.sipTrunk,
  DOMAIN: network.domain,
  IP_ADDRESS: network.ipAddress,
  MALWARE_FAMILY: malware.malwareFamily,
  MALWARE_SAMPLE: malware.malwareSample,
  RANSOM_NOTE: malware.ransomNote,
};
const withCheckDigit: readonly Kind[] = ['IMEI', 'ICCID'];

export const infrastructureUsed: Belongings<Kind, Item> = {
  list: 'infrastructure',
  ofRole: {
    CALL_CENTRE_LEADER: { IMEI: 0.4, SIP_TRUNK: 0.4, DOMAIN: 0.3 },
    CALL_CENTRE_MEMBER: { IMEI: 0.4, IMSI: 0.2 },
    FRAUD_GROUP_ORGANISER: { IMEI: 0.3, DOMAIN: 0.5, IP_ADDRESS: 0.3 },
    FRAUD_GROUP_MEMBER: { IMEI: 0.3, DOMAIN: 0.4 },
    RANSOMWARE_OPERATOR: { DOMAIN: 0.4, IP_ADDRESS: 0.6, MALWARE_FAMILY: 0.5, RANSOM_NOTE: 0.6 },
    MALWARE_DEVELOPER: { IP_ADDRESS: 0.5, MALWARE_FAMILY: 0.6, MALWARE_SAMPLE: 0.8 },
    CASH_COURIER: { IMEI: 0.4, IMSI: 0.2 },
    MONEY_MULE: { IMEI: 0.3 },
    MULE_RECRUITER: { IMEI: 0.4, DOMAIN: 0.2 },
    GSM_GATEWAY_OPERATOR: { SIM_BOX: 0.7, IMEI: 0.6, IMSI: 0.5, ICCID: 0.5, SIP_TRUNK: 0.5, IP_ADDRESS: 0.4 },
    SIM_SUPPLIER: { IMSI: 0.6, ICCID: 0.8, SIM_BOX: 0.2 },
  },
  ofGang: {
    CALL_CENTRE: { SIM_BOX: 0.8, SIP_TRUNK: 0.5, DOMAIN: 0.4 },
    FRAUD_GROUP: { DOMAIN: 0.8, IP_ADDRESS: 0.3 },
    RANSOMWARE_CREW: { MALWARE_FAMILY: 0.9, MALWARE_SAMPLE: 0.6, RANSOM_NOTE: 0.6, DOMAIN: 0.4 },
    MULE_NETWORK: { DOMAIN: 0.3 },
    GSM_GATEWAY_NETWORK: { SIM_BOX: 0.9, SIP_TRUNK: 0.6, IP_ADDRESS: 0.3 },
  },
  make: (kind, random) =>
    kind === 'SIM_BOX' ? { kind, ...devices.simBox(random) } : { kind, value: values[kind](random) },
};

/** As the agency has it: a check digit is wrong now and then, a SIM box's serial number is all that is known of some. */
function recordedItem(item: Item, own: Random): Item {
  if (withCheckDigit.includes(item.kind) && own.chance(0.05))
    return { ...item, value: mistyped(item.value, own) };
  if (item.kind !== 'SIM_BOX') return item;
  const { model, slots, ...known } = item;
  return { ...known, ...(own.chance(0.85) && { model }), ...(own.chance(0.75) && { slots }) };
}

export function infrastructure(recording: Recording): Draft<Infrastructure>[] {
  const own = recording.ofAgency('infrastructure');
  return trueBelongings(recording, infrastructureUsed)
    .filter(() => own.chance(0.85))
    .map((item) => ({ ...recordedItem(item, own), provenance: provenanceOf(recording, own) }));
}
