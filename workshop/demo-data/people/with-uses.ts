import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { IdentifierUse } from '../../../terms/enums.ts';
import type { Random } from '../chance/random.ts';

const fields = ['documents', 'contacts', 'instruments', 'infrastructure'] as const;

/** The kinds of value of which an officer can say so. */
const kinds: readonly string[] = [
  ...['PERSONAL_NUMBER', 'PASSPORT', 'TRAVEL_PASSPORT', 'TAX_NUMBER', 'INSURANCE_NUMBER', 'OTHER'],
  ...['PHONE', 'EMAIL', 'ACCOUNT', 'WALLET'],
  ...['IMEI', 'SIM_BOX', 'SIP_TRUNK', 'DOMAIN', 'MALWARE_SAMPLE'],
];

const uses: readonly (readonly [IdentifierUse, number])[] = [
  ['OFFENDER', 6],
  ['SPOOFED', 3],
  ['VICTIM', 1],
];

/** A dossier in which officers have said of some identifiers, one in twelve, whose they are. */
export function withUses(dossier: DossierRecord, random: Random): DossierRecord {
  const said = fields.map((field) => [
    field,
    (dossier[field] as readonly { kind: string }[]).map((value) =>
      kinds.includes(value.kind) && random.chance(1 / 12) ? { ...value, use: random.weighted(uses) } : value,
    ),
  ]);
  return { ...dossier, ...Object.fromEntries(said) };
}
