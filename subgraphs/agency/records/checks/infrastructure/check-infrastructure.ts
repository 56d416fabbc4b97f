import { type Outcome, refuse, under } from '../../problem.ts';
import type { Content } from '../../values/checked-value.ts';
import type { Additions } from '../../values/dossier-input.ts';
import { nodeId } from '../text/node-id.ts';
import { compactNumber, folded } from '../text/normal-form.ts';
import { checkIccid, checkImei, checkImsi, type Identified } from './device-number.ts';
import { checkDomain, checkIpAddress } from './network-address.ts';

type Given = Additions['infrastructure'][number];
type Check = (text: string) => Outcome<Identified>;

const named =
  (comparedBy: (text: string) => string): Check =>
  (text) => ({ value: { value: text, compared: comparedBy(text), checksum: 'NONE' } });

const isHash = (text: string): boolean => /^[0-9a-f]{64}$/i.test(text);

function checkSample(text: string): Outcome<Identified> {
  if (!isHash(text)) {
    return refuse('HASH_INVALID', 'Give the SHA-256 of the sample: 64 digits from 0 to 9 and a to f.');
  }
  const hash = text.toLowerCase();
  return { value: { value: hash, compared: hash, checksum: 'NONE' } };
}

const checks: Record<Given['kind'], Check> = {
  IMEI: checkImei,
  IMSI: checkImsi,
  ICCID: checkIccid,
  SIM_BOX: named(compactNumber),
  SIP_TRUNK: named((text) => folded(text).replace(/^sips?:/, '')),
  DOMAIN: checkDomain,
  IP_ADDRESS: checkIpAddress,
  MALWARE_FAMILY: named(folded),
  MALWARE_SAMPLE: checkSample,
  // Its SHA-256, or its title.
  RANSOM_NOTE: (text) => (isHash(text) ? checkSample(text) : named(folded)(text)),
};

export function checkInfrastructure({ provenance: _, ...item }: Given): Outcome<Content<'infrastructure'>> {
  const checked = checks[item.kind](item.value);
  if ('problems' in checked) return { problems: under('value', checked.problems) };
  const { value, compared, checksum } = checked.value;
  return { value: { ...item, value, node: nodeId(item.kind, compared), checksum } };
}
