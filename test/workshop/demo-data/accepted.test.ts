import { readDossierInput } from '../../../subgraphs/agency/records/checks/check-dossier.ts';
import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { isCleared } from '../../../subgraphs/agency/records/values/status.ts';
import type { Valued } from '../../../subgraphs/agency/records/values/value.ts';
import type { DossierValues } from '../../../subgraphs/agency/records/values/value-kinds.ts';
import { retention as belarus } from '../../../subgraphs/belarus/retention-periods.ts';
import { retention as russia } from '../../../subgraphs/russia/retention-periods.ts';
import { demoAgencyOf } from '../../../workshop/demo-data/agencies/demo-agencies.ts';
import { testNaming } from '../../support/match-keys.ts';
import { codes, everyDossier, fieldsOf, provisions } from './population.ts';

const retentions = { BELARUS: belarus, RUSSIA: russia };
const single: readonly string[] = ['birth', 'birthPlace', 'sex', 'status'];

/** A value as an officer would give it: without what the product adds to it. */
function given(value: Valued & { node?: string; checksum?: string }) {
  const { id: _id, node: _node, checksum: _checksum, provenance, ...content } = value;
  const { recordedAt: _recordedAt, contested: _contested, retainUntil, ...source } = provenance;
  return { ...content, provenance: { ...source, retainUntil: retainUntil.toISOString().slice(0, 10) } };
}

/** A value as the checks answer it: with all that they work out, and not yet recorded. */
function checked({ id: _id, provenance, ...content }: Valued) {
  const { recordedAt: _recordedAt, contested: _contested, ...source } = provenance;
  // Recorded today, a measure that was begun says that nobody had authorised it.
  const { ground, state = '' } = content as { ground?: string; state?: string };
  const isBegun = ground !== undefined && ['UNDER_WAY', 'DONE', 'LIFTED'].includes(state);
  return { ...content, ...(isBegun && { isUnauthorised: true }), provenance: source };
}

/** Measures that officers could record as they are: the others came by steps, or with an earlier version. */
const recordable = ({ measures }: DossierRecord): DossierRecord['measures'] =>
  measures.filter(
    ({ plannedBy, state, kind }) => plannedBy === undefined && state !== 'AUTHORISED' && kind !== 'OTHER',
  );

/** A dossier as it was recorded: that its person was cleared came with its closing. */
const asRecorded = (dossier: DossierRecord): DossierRecord => ({
  ...dossier,
  measures: recordable(dossier),
  ...(isCleared(dossier) && { status: { ...dossier.status, stage: 'ACCUSED' } }),
});

function eachField(dossier: DossierRecord, change: (value: Valued) => unknown) {
  const { cases } = dossier;
  // It became SHAREABLE by a countersignature afterwards.
  const handlingCode = dossier.handlingCode === 'SHAREABLE' ? 'ON_RELEASE' : dossier.handlingCode;
  const fields = Object.entries(fieldsOf(asRecorded(dossier))).flatMap(
    ([field, values]): [string, unknown][] => {
      const changed = values.map(change);
      if (!single.includes(field)) return [[field, changed]];
      return changed.length > 0 ? [[field, changed[0]]] : [];
    },
  );
  return { handlingCode, cases, ...(Object.fromEntries(fields) as Record<keyof DossierValues, unknown>) };
}

describe('the product’s own checks', () => {
  const results = everyDossier.map((dossier) => {
    const { createdAt: today } = dossier;
    const agency = demoAgencyOf(dossier.agency);
    const context = {
      criminalCode: codes[agency],
      provisions: provisions[agency],
      retention: retentions[agency],
      today,
      nodeIdOf: testNaming.idOf,
    };
    return { dossier, result: readDossierInput(eachField(dossier, given), context) };
  });

  test('accept every dossier on the day on which it was recorded', () => {
    const refused = results.flatMap(({ dossier, result }) =>
      'problems' in result ? [{ id: dossier._id, problems: result.problems }] : [],
    );
    expect(refused).toEqual([]);
  });

  test('would record the same, to the node and the checksum', () => {
    for (const { dossier, result } of results) expect(result).toEqual({ input: eachField(dossier, checked) });
  });
});
