import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type Head, readHead, readLine, type Tail } from './export-format.ts';
import type { ExportedDocument } from './exported-document.ts';
import { linesOf } from './lines-of.ts';

export type ExportPart =
  | { kind: 'HEAD'; head: Head; bytes: number }
  | ({ kind: 'DOCUMENT'; line: number; bytes: number } & ExportedDocument)
  | { kind: 'TAIL'; tail: Tail; bytes: number };

/** Counts records by their collections, and refuses one that comes twice, or in another order than an export's. */
function documentCount() {
  const counts = new Map<string, number>();
  let last: ExportedDocument | undefined;
  return {
    add(next: ExportedDocument, line: number) {
      const isSame = last?.collection === next.collection;
      const isNew = !isSame && !counts.has(next.collection);
      if (!isNew && !(isSame && last && last.document._id < next.document._id)) {
        throw new Error(`line ${line}: the records are not in the order of an export`);
      }
      counts.set(next.collection, (counts.get(next.collection) ?? 0) + 1);
      last = next;
    },
    agreesWith: (tail: Tail) =>
      Object.entries(tail.counts).every(([name, count]) => (counts.get(name) ?? 0) === count) &&
      [...counts.keys()].every((name) => name in tail.counts),
  };
}

/**
 * Reads an export, a line at a time. Only when it has come to its end without an error was the file whole.
 * @throws when anything is wrong with the file
 */
export async function* readExport(file: string): AsyncGenerator<ExportPart> {
  const hash = createHash('sha256');
  const count = documentCount();
  let line = 0;
  let tail: Tail | undefined;
  for await (const each of linesOf(createReadStream(file) as AsyncIterable<Buffer>)) {
    line++;
    const text = each.toString('utf8');
    const bytes = each.length;
    if (tail) throw new Error(`line ${line}: nothing may follow the end of the export`);
    if (line === 1) yield { kind: 'HEAD', head: readHead(text), bytes };
    else {
      const said = readLine(text);
      if (!said) throw new Error(`line ${line}: neither a record nor the end of an export`);
      if ('sha256' in said) {
        tail = said;
        if (hash.copy().digest('hex') !== tail.sha256) {
          throw new Error('the hash of the file is not what its last line says: it has been changed');
        }
        if (!count.agreesWith(tail))
          throw new Error('the file has not as many records as its last line says');
      } else {
        count.add(said, line);
        yield { kind: 'DOCUMENT', line, bytes, ...said };
      }
    }
    hash.update(each);
  }
  if (!tail) throw new Error('the file has no last line with counts and hash: it has been cut off');
  yield { kind: 'TAIL', tail, bytes: 0 };
}
