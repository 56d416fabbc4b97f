import { fileURLToPath } from 'node:url';
import { mongo } from 'mongoose';
import { writeTail } from '../../../commands/backup/export-format.ts';
import type { ExportedDocument } from '../../../commands/backup/exported-document.ts';
import { readExport } from '../../../commands/backup/read-export.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';
import { exportText, group, hashOf, migration } from './export-file.ts';

const files = temporaryDirectory();

async function read(text: string) {
  const parts = [];
  for await (const part of readExport(fileURLToPath(files.write('export', text)))) parts.push(part);
  return parts;
}

const documents = [group('a'), group('b'), migration('2026-11-24-value-ids')];
const text = exportText(documents);
const lines = text.split(/(?<=\n)/);
const withHash = (body: string, counts: Record<string, number>) =>
  body + writeTail({ counts, sha256: hashOf(body) });

describe('an export', () => {
  test('is read as it was written', async () => {
    const parts = await read(text);
    expect(parts.map(({ kind }) => kind)).toEqual(['HEAD', 'DOCUMENT', 'DOCUMENT', 'DOCUMENT', 'TAIL']);
    expect(parts[0]).toMatchObject({
      head: { agency: 'BELARUS', migrations: expect.arrayContaining(['2026-11-24-value-ids']) },
    });
    expect(parts.slice(1, 4)).toMatchObject(documents);
    expect(parts.at(-1)).toMatchObject({ tail: { counts: { groups: 2, migrations: 1 } } });
  });

  test('keeps the types of numbers, which JSON does not tell apart', async () => {
    const { Double, Int32, Long } = mongo;
    const document = { _id: 'a', double: new Double(2), int: new Int32(2), long: Long.fromNumber(2) };
    const [, part] = await read(exportText([{ collection: 'groups', document }]));
    expect((part as ExportedDocument).document).toEqual(document);
  });

  test.each([
    ['in which one byte of a record is another', text.replace('river', 'rover'), 'has been changed'],
    ['of which a record is missing', lines.toSpliced(1, 1).join(''), 'has been changed'],
    ['without its last line', lines.slice(0, -1).join(''), 'cut off'],
    ['that ends in the middle of a line', text.slice(0, -20), 'cut off'],
    ['without the last line end', text.slice(0, -1), 'cut off'],
    ['that is empty', '', 'cut off'],
    ['with more after its end', `${text}{}\n`, 'line 6'],
    ['with two ends', text + lines.at(-1), 'line 6'],
    ['that is another file', 'name,surname\n', 'no export'],
    ['of a later format', text.replace('"format":1', '"format":2'), 'format 2'],
    ['whose head has more to say', text.replace('"format":1', '"format":1,"also":1'), 'line 1'],
    ['with a line that is no record', withHash(`${lines[0]}{"a":1}\n`, {}), 'line 2'],
    [
      'with a record without an id',
      withHash(`${lines[0]}{"collection":"groups","document":{}}\n`, {}),
      'line 2',
    ],
    ['with other counts', exportText(documents, { counts: { groups: 3, migrations: 1 } }), 'not as many'],
    [
      'with a collection that is not counted',
      exportText(documents, { counts: { groups: 2 } }),
      'not as many',
    ],
    ['with a record twice', exportText([group('a'), group('a')]), 'line 3'],
    ['with a collection in two parts', exportText([group('a'), migration('m'), group('b')]), 'line 4'],
  ])('%s is refused', async (_what, damaged, reason) => {
    await expect(read(damaged)).rejects.toThrow(reason);
  });
});
