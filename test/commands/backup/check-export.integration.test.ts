import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { checkExport } from '../../../commands/backup/check-export.ts';
import { recordModels } from '../../../commands/backup/collections.ts';
import { migrations } from '../../../subgraphs/agency/storage/migrations/migrations.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';
import { exportText, group, migration } from './export-file.ts';

const files = temporaryDirectory();
const models = recordModels(mongoose.createConnection());
const names = migrations.map(({ name }) => name);
const current = [...names].sort().map(migration);

const check = (text: string) =>
  checkExport(fileURLToPath(files.write('export', text)), {
    models,
    agency: 'BELARUS',
    onBytes: () => undefined,
  });

const secret = 'Probny';
const odd = { ...group('a'), document: { ...group('a').document, kind: secret } };
const strange = { ...group('a'), document: { ...group('a').document, [secret]: secret } };

describe('a file to restore', () => {
  test('is accepted with all the collections of an agency, and told in numbers', async () => {
    const text = exportText([group('a'), ...current]);
    expect(await check(text)).toMatchObject({ counts: { groups: 1, migrations: names.length } });
  });

  test.each([
    ['of another agency', exportText([], { agency: 'RUSSIA' }), 'records of russia, not of belarus'],
    ['of a newer version', exportText([], { migrations: [...names, '2099-01-01'] }), 'newer version'],
    ['with a collection that no agency has', exportText([{ ...group('a'), collection: 'x' }]), 'line 2'],
    ['with a record that is none', exportText([odd, ...current]), 'kind'],
    ['with a field that no record has', exportText([strange, ...current]), 'line 2'],
    ['whose head claims a migration', exportText([group('a')]), 'do not agree on the version'],
    ['whose head hides a migration', exportText(current, { migrations: [] }), 'do not agree'],
  ])('%s is refused, and nothing of a record is told', async (_what, text, reason) => {
    const told = await check(text).catch((error: Error) => error.message);
    expect(told).toContain(reason);
    expect(told).not.toContain(secret);
  });

  test('of an earlier version may have records in the form of then', async () => {
    await expect(check(exportText([odd], { migrations: [] }))).resolves.toMatchObject({
      counts: { groups: 1 },
    });
  });
});
