import type { Model } from 'mongoose';
import { migrationsCollection } from '../../subgraphs/agency/storage/migrations/storage.ts';
import { type Agency, subgraphOf } from '../../terms/agencies.ts';
import type { Head, Tail } from './export-format.ts';
import { faultOf } from './fault-of.ts';
import { isOfThisVersion, unknownAmong } from './is-of-this-version.ts';
import { readExport } from './read-export.ts';

/** The content of an export file that was found whole. */
export interface Checked {
  counts: Tail['counts'];
  sha256: string;
  /** True if its records have the form of this version. */
  isOfThisVersion: boolean;
}

export interface Accepted {
  /** The models of all collections that may be in the file, for records of this version. */
  models: ReadonlyMap<string, Model<unknown>>;
  agency: Agency;
  onBytes: (bytes: number) => void;
}

function demandOurs(head: Head, agency: Agency): void {
  if (head.agency !== agency) {
    throw new Error(`the file has the records of ${subgraphOf(head.agency)}, not of ${subgraphOf(agency)}`);
  }
  const unknown = unknownAmong(head.migrations);
  if (unknown) {
    throw new Error(
      `the file is of a newer version than this program, which does not know its migration ${unknown}`,
    );
  }
}

/**
 * Reads a whole export and writes nothing. Records of an earlier version get their form from migrations, once they are in
 * a database, so of them it is only known that they are those that were exported.
 * @throws when the file is damaged, another agency's, of a newer version, or has a record that is none
 */
export async function checkExport(file: string, { models, agency, onBytes }: Accepted): Promise<Checked> {
  let head: Head | undefined;
  let isCurrent = false;
  const noted: string[] = [];
  for await (const part of readExport(file)) {
    onBytes(part.bytes);
    if (part.kind === 'HEAD') {
      head = part.head;
      demandOurs(head, agency);
      isCurrent = isOfThisVersion(head.migrations);
    } else if (part.kind === 'DOCUMENT') {
      if (part.collection === migrationsCollection) noted.push(part.document._id);
      else if (!models.has(part.collection)) throw new Error(`line ${part.line}: of an unknown collection`);
      const fault = isCurrent ? await faultOf(models, part) : undefined;
      if (fault) throw new Error(`line ${part.line}: ${fault}`);
    } else {
      if (noted.join() !== head?.migrations.join()) {
        throw new Error('the first line and the records do not agree on the version');
      }
      return { ...part.tail, isOfThisVersion: isCurrent };
    }
  }
  throw new Error('the file is empty');
}
