import type { Agency } from '../../../identity/agencies.ts';
import type { LegalBasis } from '../../../identity/mandate.ts';

/** The closed lists of a dossier's values. The SDL's enums of the same names have the same members (tested). */
export const handlingCodes = ['SHAREABLE', 'ON_RELEASE', 'ORIGINATOR_ONLY'] as const;
export const nameScripts = ['BELARUSIAN', 'RUSSIAN', 'LATIN'] as const;
export const nameKinds = ['LEGAL', 'ALIAS', 'MAIDEN', 'HANDLE'] as const;
export const contactKinds = ['PHONE', 'MESSENGER', 'EMAIL'] as const;
export const sourceReliabilities = ['A', 'B', 'C', 'X'] as const;
export const informationAccuracies = [1, 2, 3, 4] as const;
export const proceduralStages = ['SUSPECTED', 'ACCUSED', 'CONVICTED', 'DISCONTINUED', 'ACQUITTED'] as const;
export const roleKinds = [
  'CALL_CENTRE_LEADER',
  'CALL_CENTRE_MEMBER',
  'FRAUD_GROUP_ORGANISER',
  'FRAUD_GROUP_MEMBER',
  'RANSOMWARE_OPERATOR',
  'MALWARE_DEVELOPER',
  'CASH_COURIER',
  'MONEY_MULE',
  'MULE_RECRUITER',
  'GSM_GATEWAY_OPERATOR',
  'SIM_SUPPLIER',
] as const;

/** Where a value comes from and how long it may be held; every value of a dossier has one. */
export interface Provenance {
  sourceReliability: (typeof sourceReliabilities)[number];
  informationAccuracy: (typeof informationAccuracies)[number];
  legalBasis: LegalBasis;
  recordedAt: Date;
  /** The value is erased on this day. */
  retainUntil: Date;
  contested: boolean;
}

export interface PersonName {
  kind: (typeof nameKinds)[number];
  script: (typeof nameScripts)[number];
  /** Set for HANDLE, and then the other parts are absent. */
  handle?: string;
  surname?: string;
  givenName?: string;
  /** Absent means not recorded, never that the person has none. */
  patronymic?: string;
  provenance: Provenance;
}

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as much of a date as is known (ISO 8601 reduced precision). */
export type PartialDate = string;

export interface Birth {
  date: PartialDate;
  provenance: Provenance;
}

export interface Citizenship {
  /** ISO 3166-1 alpha-2. */
  country: string;
  provenance: Provenance;
}

export interface Contact {
  kind: (typeof contactKinds)[number];
  /** E.164 for a phone. */
  value: string;
  /** The messenger service. */
  service?: string;
  provenance: Provenance;
}

export interface CriminalRole {
  kind: (typeof roleKinds)[number];
  /** Only for MONEY_MULE. */
  coerced?: boolean;
  provenance: Provenance;
}

export interface Offence {
  /** Number of an article of the owner's criminal code, such as `159.3`. */
  article: string;
  committedOn: PartialDate;
  case?: string;
  provenance: Provenance;
}

export interface Status {
  stage: (typeof proceduralStages)[number];
  provenance: Provenance;
}

/** A dossier as it is stored: one document, so that a decision on it and its values come from one read. */
export interface DossierRecord {
  _id: string;
  agency: Agency;
  handlingCode: (typeof handlingCodes)[number];
  cases: string[];
  names: PersonName[];
  birth?: Birth;
  citizenships: Citizenship[];
  contacts: Contact[];
  roles: CriminalRole[];
  offences: Offence[];
  status: Status;
  /** Counts the amendments; the first is 1. */
  version: number;
  createdAt: Date;
  updatedAt: Date;
}
