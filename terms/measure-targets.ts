import type { ContactKind, InfrastructureKind, InstrumentKind, MeasureKind } from './enums.ts';

/** A value of a dossier as a measure can be against it: by the field and the kind, such as `contacts PHONE`. */
export type TargetForm =
  | `contacts ${ContactKind}`
  | `instruments ${InstrumentKind}`
  | `infrastructure ${InfrastructureKind}`;

const accounts = ['instruments ACCOUNT', 'instruments CARD'] as const;
const services = ['contacts EMAIL', 'contacts MESSENGER'] as const;
const numbers = ['contacts PHONE', 'infrastructure IMSI', 'infrastructure ICCID'] as const;
const devices = ['infrastructure IMEI', 'infrastructure SIM_BOX'] as const;
const servers = ['infrastructure DOMAIN', 'infrastructure IP_ADDRESS', 'infrastructure SIP_TRUNK'] as const;
const wallets = ['instruments WALLET'] as const;

interface Targets {
  fitting: readonly TargetForm[];
  /** The kind has no meaning without one. */
  isNeeded?: true;
}

/** The values that each kind of measure can be against; a kind with none is against the person alone. */
export const measureTargets: Readonly<Record<MeasureKind, Targets>> = {
  ARREST: { fitting: [] },
  SEARCH: { fitting: [...devices, ...wallets, 'instruments CASH_OUT_POINT'] },
  SEIZURE: { fitting: [...devices, ...wallets, ...accounts] },
  INTERCEPTION: { fitting: [...numbers, ...services, ...devices, ...servers] },
  SURVEILLANCE: { fitting: ['instruments CASH_OUT_POINT'] },
  ACCOUNT_FREEZE: { fitting: [...accounts, ...wallets] },
  INTERVIEW: { fitting: [] },
  EXTRADITION_REQUEST: { fitting: [] },
  SUMMONS: { fitting: [] },
  RESTRAINT: { fitting: [] },
  PROVIDER_ORDER: { fitting: [...numbers, ...services, ...accounts, ...wallets, ...devices, ...servers] },
  NUMBER_BLOCK: { fitting: [...numbers, 'infrastructure SIP_TRUNK'], isNeeded: true },
  DOMAIN_BLOCK: { fitting: ['infrastructure DOMAIN'], isNeeded: true },
  ACCOUNT_BLOCK: { fitting: [...accounts, ...services], isNeeded: true },
  WALLET_BLOCK: { fitting: [...wallets], isNeeded: true },
  CONTROLLED_PURCHASE: { fitting: [...services, ...wallets, ...accounts, 'infrastructure DOMAIN'] },
  TAKEDOWN: { fitting: [...servers, 'infrastructure SIM_BOX'], isNeeded: true },
  LEGAL_ASSISTANCE_REQUEST: { fitting: [...numbers, ...services, ...accounts, ...wallets, ...servers] },
  VICTIM_WARNING: { fitting: [] },
  OTHER: { fitting: [] },
};

/** True for a kind of measure that is against a thing, not against the person. */
export const needsTarget = (kind: MeasureKind): boolean => measureTargets[kind].isNeeded === true;

/** True for a kind of measure that can be against a thing. */
export const takesTarget = (kind: MeasureKind): boolean => measureTargets[kind].fitting.length > 0;

/** True where a value of a field of the dossier can be the target of a measure of this kind. */
export function isTargetOf(kind: MeasureKind, { field, value }: { field: string; value: object }): boolean {
  const form = `${field} ${(value as { kind?: string }).kind ?? ''}`;
  return (measureTargets[kind].fitting as readonly string[]).includes(form);
}
