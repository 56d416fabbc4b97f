import { closeSync, fstatSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { AgencyDefinition } from '../../../subgraphs/agency/permissions/agency-definition.ts';
import { readDossierInput } from '../../../subgraphs/agency/records/checks/check-dossier.ts';
import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { fingerprintOf } from '../../../subgraphs/agency/records/dossier/step.ts';
import { newDossier } from '../../../subgraphs/agency/records/dossier/steps/new-dossier.ts';
import type { GroupRecord } from '../../../subgraphs/agency/records/group/group-record.ts';
import { kindOf } from '../../../subgraphs/agency/records/values/value-kinds.ts';
import { type LocatedValue, valuesOf } from '../../../subgraphs/agency/records/values/values-of.ts';
import { demoNaming } from '../../demo-data/naming/demo-naming.ts';

/** A measure as an officer may record it: none is authorised by that, or of a kind that is recorded no more. */
const recordable = ({ window: _, ...measure }: Record<string, unknown>) => ({
  ...measure,
  ...(measure.state === 'AUTHORISED' && { state: 'PLANNED' }),
  ...(measure.kind === 'OTHER' && { kind: 'RESTRAINT' }),
});

/** A value as an officer would give it: without what the product adds to it. */
function given({ field, value: { id: _id, provenance, ...content } }: LocatedValue) {
  const added = Object.keys(kindOf(field).derived);
  const said = Object.fromEntries(Object.entries(content).filter(([part]) => !added.includes(part)));
  const { recordedAt: _recordedAt, contested: _contested, retainUntil, ...source } = provenance;
  return {
    ...(field === 'measures' ? recordable(said) : said),
    provenance: { ...source, retainUntil: retainUntil.toISOString().slice(0, 10) },
  };
}

/** The line of an import that would record a dossier like this one, under its id as the key. */
export function lineOf(dossier: DossierRecord): string {
  const { _id: key, cases } = dossier;
  const handlingCode = dossier.handlingCode === 'SHAREABLE' ? 'ON_RELEASE' : dossier.handlingCode;
  const values: Record<string, unknown> = {};
  for (const located of valuesOf(dossier)) {
    const { field } = located;
    const isList = Array.isArray(dossier[field]);
    values[field] = isList ? [...((values[field] as unknown[]) ?? []), given(located)] : given(located);
  }
  return JSON.stringify({ key, dossier: { handlingCode, cases, ...values } });
}

/** The same dossiers, as lines to be imported and as the documents that the import makes of them. */
export interface ImportFiles {
  lines: string;
  records: string;
  count: number;
  bytesALine: number;
  /** Those that the dossiers name. */
  groups: GroupRecord[];
}

/** Writes both files, a dossier at a time. */
export async function writeImportFiles(
  directory: string,
  { dossiers, groups }: { dossiers: readonly DossierRecord[]; groups: GroupRecord[] },
  { agency, criminalCode, provisions, retention }: AgencyDefinition,
): Promise<ImportFiles> {
  const [lines, records] = [join(directory, 'lines.jsonl'), join(directory, 'records.jsonl')];
  const [lineFile, recordFile] = [openSync(lines, 'w'), openSync(records, 'w')];
  const at = new Date();
  for (const dossier of dossiers) {
    const line = lineOf(dossier);
    writeSync(lineFile, `${line}\n`);
    const read = readDossierInput(JSON.parse(line).dossier, {
      criminalCode,
      provisions,
      retention,
      today: at,
      nodeIdOf: demoNaming.idOf,
    });
    if ('problems' in read) throw new Error(`${dossier._id}: ${JSON.stringify(read.problems)}`);
    const mandate = { purpose: 'INVESTIGATION', legalBasis: 'NATIONAL_LAW' } as const;
    const author = { by: 'bench', mandate: { ...mandate, case: read.input.cases[0] }, at };
    const idempotency = { key: dossier._id, fingerprint: fingerprintOf('recordDossier', line) };
    writeSync(recordFile, `${JSON.stringify(newDossier(agency, read.input, { ...author, idempotency }))}\n`);
  }
  const bytesALine = fstatSync(lineFile).size / dossiers.length;
  for (const file of [lineFile, recordFile]) closeSync(file);
  return { lines, records, count: dossiers.length, bytesALine, groups };
}
