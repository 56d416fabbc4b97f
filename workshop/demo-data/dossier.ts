import type { DossierRecord } from '../../subgraphs/agency/records/dossier/dossier-record.ts';
import { dossierIdFrom } from './chance/ids.ts';
import { birth } from './lists/birth.ts';
import { birthPlace } from './lists/birth-place.ts';
import { cases } from './lists/cases.ts';
import { citizenships } from './lists/citizenships.ts';
import { contacts } from './lists/contacts.ts';
import { documents } from './lists/documents.ts';
import { harms } from './lists/harms.ts';
import { infrastructure } from './lists/infrastructure.ts';
import { instruments } from './lists/instruments.ts';
import { measures } from './lists/measures.ts';
import { memberships } from './lists/memberships.ts';
import { names } from './lists/names.ts';
import { offences } from './lists/offences.ts';
import { roles } from './lists/roles.ts';
import { sex } from './lists/sex.ts';
import { status } from './lists/status.ts';
import { recordFrom } from './people/record-from.ts';
import type { DraftValues, Recording } from './people/recording.ts';
import { withUses } from './people/with-uses.ts';

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
function valuesOf(recording: Recording): DraftValues {
  const [recordedBirth, recordedPlace] = [birth(recording), birthPlace(recording)];
  const recordedSex = sex(recording);
  return {
    names: names(recording),
    ...(recordedBirth && { birth: recordedBirth }),
    ...(recordedPlace && { birthPlace: recordedPlace }),
    ...(recordedSex && { sex: recordedSex }),
    citizenships: citizenships(recording),
    documents: documents(recording),
    contacts: contacts(recording),
    instruments: instruments(recording),
    infrastructure: infrastructure(recording),
    roles: roles(recording),
    memberships: memberships(recording),
    offences: offences(recording),
    measures: measures(recording),
    harms: harms(recording),
    status: status(recording),
  };
}

/** A drawn dossier came with an import, so that its identifiers are compared after those of the known ones. */
export const dossierOf = (recording: Recording): DossierRecord => {
  const dossier = recordFrom(
    {
      _id: dossierIdFrom(recording.agency, recording.ofAgency('id')),
      agency: recording.agency,
      handlingCode: handlingCodeOf(recording),
      cases: cases(recording),
      recordedAt: recording.openedAt,
      ...valuesOf(recording),
    },
    (field) => recording.ofAgency(`${field}/ids`),
  );
  const drawn = withUses(dossier, recording.ofAgency('uses'));
  return { ...drawn, recordedWith: `import ${drawn.recordedWith}` };
};
