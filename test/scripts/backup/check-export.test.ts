import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { checkExport } from '../../../scripts/backup/check-export.ts';
import { recordModels } from '../../../scripts/backup/collections.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';
import { exportText, link, migration } from './export-file.ts';

const files = temporaryDirectory();
const models = recordModels(mongoose.createConnection());
const current = '2026-11-24-value-ids';

const check = (text: string) =>
  checkExport(fileURLToPath(files.write('export', text)), {
    models,
    agency: 'BELARUS',
    onBytes: () => undefined,
  });

const secret = 'Probny';
const odd = { ...link('a'), document: { ...link('a').document, own: { decision: secret } } };
const strange = { ...link('a'), document: { ...link('a').document, [secret]: secret } };

describe('a file to restore', () => {
  test('is accepted with all the collections of an agency, and told in numbers', async () => {
    const text = exportText([link('a'), migration(current)]);
    expect(await check(text)).toMatchObject({ counts: { links: 1, migrations: 1 } });
  });

  test.each([
    ['of another agency', exportText([], { agency: 'RUSSIA' }), 'records of russia, not of belarus'],
    ['of a newer version', exportText([], { migrations: [current, '2099-01-01'] }), 'newer version'],
    ['with a collection that no agency has', exportText([{ ...link('a'), collection: 'x' }]), 'line 2'],
    ['with a record that is none', exportText([odd, migration(current)]), 'own.decision'],
    ['with a field that no record has', exportText([strange, migration(current)]), 'line 2'],
    ['whose head claims a migration', exportText([link('a')]), 'do not agree on the version'],
    ['whose head hides a migration', exportText([migration(current)], { migrations: [] }), 'do not agree'],
  ])('%s is refused, and nothing of a record is told', async (_what, text, reason) => {
    const told = await check(text).catch((error: Error) => error.message);
    expect(told).toContain(reason);
    expect(told).not.toContain(secret);
  });

  test('of an earlier version may have records in the form of then', async () => {
    await expect(check(exportText([odd], { migrations: [] }))).resolves.toMatchObject({
      counts: { links: 1 },
    });
  });
});
