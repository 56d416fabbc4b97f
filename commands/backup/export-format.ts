import mongoose from 'mongoose';
import { z } from 'zod';
import { agencyNames } from '../../terms/agencies.ts';
import type { ExportedDocument } from './exported-document.ts';

const { EJSON } = mongoose.mongo.BSON;

/** Raised when a program that reads the old form would not understand the new one. */
export const exportFormat = 1;

/** The first line: whose records these are, in which form, from when. */
const headLine = z.strictObject({
  concord: z.literal('export'),
  format: z.literal(exportFormat),
  agency: z.enum(agencyNames),
  /** The migrations that the database has had, which tell the version of the records. */
  migrations: z.array(z.string()),
  at: z.iso.datetime(),
});
export type Head = z.output<typeof headLine>;

/** The last line. The hash is over all bytes before it: it tells damage, and cannot tell a forger. */
const tailLine = z.strictObject({
  counts: z.record(z.string(), z.int().min(0)),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Tail = z.output<typeof tailLine>;

const line = (value: unknown) => `${JSON.stringify(value)}\n`;

export const writeHead = (head: Pick<Head, 'agency' | 'migrations' | 'at'>): string =>
  line({ concord: 'export', format: exportFormat, ...head });
export const writeTail = (tail: Tail): string => line(tail);
export const writeDocument = ({ collection, document }: ExportedDocument): string =>
  `{"collection":${JSON.stringify(collection)},"document":${EJSON.stringify(document, { relaxed: false })}}\n`;

/** @throws when the line is none of an export of this format */
export function readHead(text: string): Head {
  const said = jsonOf(text);
  const given = z.object({ concord: z.literal('export'), format: z.number() }).safeParse(said);
  if (!given.success) throw new Error('the file is no export of this program');
  if (given.data.format !== exportFormat) {
    throw new Error(
      `the file is of format ${given.data.format}, and this program reads format ${exportFormat}`,
    );
  }
  const head = headLine.safeParse(said);
  if (!head.success) throw new Error('line 1: the head of the export is malformed');
  return head.data;
}

/** Reads a line after the head; undefined when it is neither a record nor the tail. */
export function readLine(text: string): ExportedDocument | Tail | undefined {
  const tail = tailLine.safeParse(jsonOf(text));
  if (tail.success) return tail.data;
  try {
    const { collection, document, ...more } = EJSON.parse(text, { relaxed: false });
    const isDocument = typeof collection === 'string' && typeof document?._id === 'string';
    return isDocument && Object.keys(more).length === 0 ? { collection, document } : undefined;
  } catch {
    return undefined;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
