import type { RecordField } from '../../../../terms/enums.ts';
import type { ValueField } from '../values/value-kinds.ts';

/** A part of a record by the name under which a step of its history has it. */
export type ChangedField =
  | ValueField
  | 'handlingCode'
  | 'cases'
  | 'shareable'
  | 'releases'
  | 'links'
  | 'group';

/** Each part of a record as the API names it. */
export const recordFieldOf: Readonly<Record<ChangedField, RecordField>> = {
  names: 'NAMES',
  birth: 'BIRTH',
  birthPlace: 'BIRTH_PLACE',
  sex: 'SEX',
  citizenships: 'CITIZENSHIPS',
  documents: 'DOCUMENTS',
  contacts: 'CONTACTS',
  instruments: 'INSTRUMENTS',
  infrastructure: 'INFRASTRUCTURE',
  roles: 'ROLES',
  memberships: 'MEMBERSHIPS',
  offences: 'OFFENCES',
  measures: 'MEASURES',
  harms: 'HARMS',
  status: 'STATUS',
  handlingCode: 'HANDLING_CODE',
  cases: 'CASES',
  shareable: 'SHAREABLE',
  releases: 'RELEASES',
  links: 'LINKS',
  group: 'GROUP',
};
