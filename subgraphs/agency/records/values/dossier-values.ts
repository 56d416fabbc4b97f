import type { CriminalRole, Harm, Measure, Membership, Offence, Status } from './conduct.ts';
import type { Contact } from './contacts.ts';
import type { IdentityDocument } from './documents.ts';
import type { Infrastructure } from './infrastructure.ts';
import type { PaymentInstrument } from './instruments.ts';
import type { PersonName } from './names.ts';
import type { Birth, BirthPlace, Citizenship, RecordedSex } from './person.ts';

/** The values of a dossier, each a list, or one where a person has one. */
export interface DossierValues {
  names: PersonName[];
  birth?: Birth;
  birthPlace?: BirthPlace;
  sex?: RecordedSex;
  citizenships: Citizenship[];
  documents: IdentityDocument[];
  contacts: Contact[];
  instruments: PaymentInstrument[];
  infrastructure: Infrastructure[];
  roles: CriminalRole[];
  memberships: Membership[];
  offences: Offence[];
  measures: Measure[];
  harms: Harm[];
  status: Status;
}
