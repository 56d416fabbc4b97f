import { agencies } from '../../identity/agencies.ts';
import type { DossierRecord } from '../../subgraphs/agency/dossiers/record.ts';
import { birth } from './lists/birth.ts';
import { cases } from './lists/cases.ts';
import { citizenships } from './lists/citizenships.ts';
import { contacts } from './lists/contacts.ts';
import { names } from './lists/names.ts';
import { offences } from './lists/offences.ts';
import { roles } from './lists/roles.ts';
import { status } from './lists/status.ts';
import type { Recording } from './recording.ts';

/** Crockford's base32: no I, L, O, U. */
const alphabet = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];

function idOf({ agency, ofAgency }: Recording): string {
  const random = ofAgency('id');
  return `${agencies[agency].idPrefix}-${Array.from({ length: 16 }, () => random.pick(alphabet)).join('')}`;
}

/** Over all dossiers about 50, 40 and 10 of 100; nothing that a link names is for its originator only. */
function handlingCodeOf({ linked, ofAgency }: Recording): DossierRecord['handlingCode'] {
  return ofAgency('handling-code').weighted(
    linked
      ? [
          ['SHAREABLE', 55],
          ['ON_RELEASE', 45],
        ]
      : [
          ['SHAREABLE', 49],
          ['ON_RELEASE', 38],
          ['ORIGINATOR_ONLY', 13],
        ],
  );
}

/** A further list of the dossier is a file in `lists` and a line here. */
function valuesOf(recording: Recording) {
  const recordedBirth = birth(recording);
  return {
    names: names(recording),
    ...(recordedBirth ? { birth: recordedBirth } : {}),
    citizenships: citizenships(recording),
    contacts: contacts(recording),
    roles: roles(recording),
    offences: offences(recording),
    status: status(recording),
  };
}

export function dossierOf(recording: Recording): DossierRecord {
  const values = valuesOf(recording);
  const recordedAt = Object.values(values)
    .flat()
    .map(({ provenance }) => provenance.recordedAt.getTime());
  const moments = new Set([recording.openedAt.getTime(), ...recordedAt]);
  return {
    _id: idOf(recording),
    agency: recording.agency,
    handlingCode: handlingCodeOf(recording),
    cases: cases(recording),
    ...values,
    version: moments.size,
    createdAt: recording.openedAt,
    updatedAt: new Date(Math.max(...moments)),
  };
}
