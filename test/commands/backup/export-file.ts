import { createHash } from 'node:crypto';
import { mongo } from 'mongoose';
import { writeDocument, writeHead, writeTail } from '../../../commands/backup/export-format.ts';
import type { ExportedDocument } from '../../../commands/backup/exported-document.ts';
import { migrations } from '../../../subgraphs/agency/storage/migrations/migrations.ts';

const day = new Date('2026-11-24T12:00:00Z');

export const group = (id: string): ExportedDocument => ({
  collection: 'groups',
  document: {
    _id: id,
    agency: 'BELARUS',
    kind: 'CALL_CENTRE',
    name: 'Office on the river',
    provenance: {
      sourceReliability: 'B',
      informationAccuracy: new mongo.Int32(2),
      legalBasis: 'NATIONAL_LAW',
      recordedAt: day,
      retainUntil: day,
      contested: false,
    },
    version: new mongo.Int32(1),
    createdAt: day,
    updatedAt: day,
    nextErasure: day,
    recordedWith: `officer ${id}`,
  },
});

export const migration = (name: string): ExportedDocument => ({
  collection: 'migrations',
  document: { _id: name, at: day },
});

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The text of an export, well formed unless a test says otherwise. */
export function exportText(
  documents: readonly ExportedDocument[],
  {
    agency = 'BELARUS' as 'BELARUS' | 'RUSSIA',
    migrations: had = migrations.map(({ name }) => name).sort(),
    counts = undefined as Record<string, number> | undefined,
  } = {},
): string {
  const counted: Record<string, number> = {};
  for (const { collection } of documents) counted[collection] = (counted[collection] ?? 0) + 1;
  const lines = [
    writeHead({ agency, migrations: had, at: '2026-11-24T12:00:00.000Z' }),
    ...documents.map(writeDocument),
  ];
  const text = lines.join('');
  return text + writeTail({ counts: counts ?? counted, sha256: hashOf(text) });
}
