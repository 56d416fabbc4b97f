import { createHash } from 'node:crypto';
import type { ExportedDocument } from '../../../scripts/backup/format.ts';
import { writeDocument, writeHead, writeTail } from '../../../scripts/backup/format.ts';

export const link = (id: string): ExportedDocument => ({
  collection: 'links',
  document: {
    _id: id,
    ownDossier: 'BY-0000000000',
    foreignAgency: 'RUSSIA',
    foreignDossier: 'RU-0000000000',
    own: { decision: 'NONE' },
    told: { decision: 'NONE' },
  },
});

export const migration = (name: string): ExportedDocument => ({
  collection: 'migrations',
  document: { _id: name, at: new Date('2026-11-24T12:00:00Z') },
});

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The text of an export, well formed unless a test says otherwise. */
export function exportText(
  documents: readonly ExportedDocument[],
  {
    agency = 'BELARUS' as 'BELARUS' | 'RUSSIA',
    migrations = ['2026-11-24-value-ids'],
    counts = undefined as Record<string, number> | undefined,
  } = {},
): string {
  const counted: Record<string, number> = {};
  for (const { collection } of documents) counted[collection] = (counted[collection] ?? 0) + 1;
  const lines = [
    writeHead({ agency, migrations, at: '2026-11-24T12:00:00.000Z' }),
    ...documents.map(writeDocument),
  ];
  const text = lines.join('');
  return text + writeTail({ counts: counts ?? counted, sha256: hashOf(text) });
}
