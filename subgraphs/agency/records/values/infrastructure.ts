import { z } from 'zod';
import { checksums, type InfrastructureKind, infrastructureKinds } from '../../../../terms/enums.ts';
import { checkIccid, checkImei, checkImsi, type Identified } from '../formats/infrastructure/check-device.ts';
import { checkDomain, checkIpAddress } from '../formats/infrastructure/network-address.ts';
import { imeiForm } from '../formats/shared-things.ts';
import { compactNumber, folded } from '../formats/text/folded.ts';
import { always, freeTexts, never } from '../formats/text/free-text.ts';
import { isWordedName } from '../formats/text/looks-worded.ts';
import type { NodeIdOf } from '../formats/text/node-id.ts';
import { type CheckResult, refuse, under } from '../problem.ts';
import { demandParts, type PartsByKind } from './parts-by-kind.ts';
import { inputIdentifier, inputText } from './value.ts';
import { listKind, type ValueOfKind } from './value-kind.ts';

type Check = (text: string) => CheckResult<Identified>;

const named =
  (comparedBy: (text: string) => string): Check =>
  (text) => ({ value: { value: text, compared: comparedBy(text), checksum: 'NONE' } });

const isHash = (text: string): boolean => /^[0-9a-f]{64}$/i.test(text);

function checkSample(text: string): CheckResult<Identified> {
  if (!isHash(text)) {
    return refuse('HASH_INVALID', 'Give the SHA-256 of the sample: 64 digits from 0 to 9 and a to f.');
  }
  const hash = text.toLowerCase();
  return { value: { value: hash, compared: hash, checksum: 'NONE' } };
}

const checks: Record<InfrastructureKind, Check> = {
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

/** A thing in the form in which it is compared; undefined for one that cannot be of its kind, or whose check digit disagrees. */
export function comparedInfrastructure(kind: InfrastructureKind, value: string): string | undefined {
  const checked = checks[kind](value);
  return 'value' in checked && checked.value.checksum !== 'FAILED' ? checked.value.compared : undefined;
}

/** The id of a thing as it is recorded: the same gateway, domain or malware family has the same one. */
export function infrastructureNode(
  idOf: NodeIdOf,
  { kind, value }: { kind: InfrastructureKind; value: string },
): string {
  const checked = checks[kind](value);
  // One that an earlier version took, and this one would not.
  return idOf(kind, 'value' in checked ? checked.value.compared : folded(value));
}

/** The rule by which a value of each kind is words: titles always are, and names of things where they read so. */
const isWorded: Record<InfrastructureKind, (text: string) => boolean> = {
  IMEI: never,
  IMSI: never,
  ICCID: never,
  DOMAIN: never,
  IP_ADDRESS: never,
  MALWARE_SAMPLE: never,
  SIM_BOX: isWordedName,
  SIP_TRUNK: isWordedName,
  MALWARE_FAMILY: always,
  RANSOM_NOTE: always,
};

const valueAlone = { needed: ['value'], optional: [] };
const identifier = { needed: ['value'], optional: ['use'] };
const partsByKind: PartsByKind<InfrastructureKind> = {
  IMEI: identifier,
  IMSI: valueAlone,
  ICCID: valueAlone,
  SIM_BOX: { needed: ['value'], optional: ['model', 'slots', 'use'] },
  SIP_TRUNK: identifier,
  DOMAIN: identifier,
  IP_ADDRESS: valueAlone,
  MALWARE_FAMILY: valueAlone,
  MALWARE_SAMPLE: identifier,
  RANSOM_NOTE: valueAlone,
};

export const infrastructure = listKind({
  class: 'TECHNICAL',
  most: 200,
  input: inputIdentifier({
    kind: z.enum(infrastructureKinds),
    value: inputText().describe(
      'The number, name, address or SHA-256 itself; for a SIM box its serial number.',
    ),
    model: inputText(100).optional(),
    slots: z.int().min(1).max(4096).optional().describe('SIM slots of a SIM box.'),
  }).superRefine(demandParts(partsByKind)),
  partsByKind,
  // A node names what several dossiers may share: the same gateway, domain or malware family has the same node.
  derived: { node: z.string(), checksum: z.enum(checksums) },
  check({ provenance: _, ...item }, { nodeIdOf }) {
    const checked = checks[item.kind](item.value);
    if ('problems' in checked) return { problems: under('value', checked.problems) };
    const { value, compared, checksum } = checked.value;
    return { value: { ...item, value, node: nodeIdOf(item.kind, compared), checksum } };
  },
  texts: ({ kind, value, model }) => [...freeTexts(isWorded[kind], value), ...freeTexts(always, model)],
  // A number whose check digit disagrees may be another person's device.
  sharedThings: ({ kind, value, checksum }) =>
    kind === 'IMEI' && checksum !== 'FAILED' ? [imeiForm(value)] : [],
});

export type Infrastructure = ValueOfKind<typeof infrastructure>;
