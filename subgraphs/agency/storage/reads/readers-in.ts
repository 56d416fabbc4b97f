import type { Agency } from '../../../../terms/agencies.ts';
import { entryOfPart, type ReadPart } from '../../records/reads/read-entry.ts';

/** One viewer's reading in a period. */
export interface Reader {
  by: string;
  agency: Agency;
  requests: number;
  /** Requests that were a search or a comparison. */
  searches: number;
  /** Different dossiers. */
  dossiers: number;
  /** Different cases that the reader has named in mandates. */
  cases: number;
  /** Different dossiers of none of an own viewer's assigned cases. */
  ofNoCase: number;
  /** Requests of an own viewer that read a dossier of none of the mandate's cases and give no reason. */
  withoutReason: number;
  /** Requests whose reason repeats, word for word, that of an earlier request of the same reader. */
  repeatedReasons: number;
}

export interface ReaderCounts {
  readers: Reader[];
  /** False when there was more to count than is counted at once. */
  isComplete: boolean;
}

/** Parts that are looked through for one question: some two seconds' worth. */
const mostParts = 100_000;

/** Parts that are looked through before others may have their turn. */
const perStep = 64;

/** Told of each so many parts before they are counted. @returns what is to be waited for, if anything */
export type Pace = (parts: number) => Promise<unknown> | undefined;

type Counted = Pick<
  ReadPart,
  '_id' | 'by' | 'agency' | 'reason' | 'dossiers' | 'beyondMandate' | 'ofNoCase' | 'search'
> & {
  mandate: Pick<ReadPart['mandate'], 'case'>;
};

interface Counting extends Pick<Reader, 'by' | 'agency'> {
  entries: Map<string, { isBeyond: boolean; reason: string | undefined; isSearch: boolean }>;
  dossiers: Set<string>;
  cases: Set<string>;
  ofNoCase: Set<string>;
}

function totalOf({ by, agency, entries, dossiers, cases, ofNoCase }: Counting): Reader {
  const all = [...entries.values()];
  const reasons = all.flatMap(({ reason }) => reason ?? []);
  return {
    by,
    agency,
    requests: entries.size,
    searches: all.filter(({ isSearch }) => isSearch).length,
    dossiers: dossiers.size,
    cases: cases.size,
    ofNoCase: ofNoCase.size,
    withoutReason: all.filter(({ isBeyond, reason }) => isBeyond && reason === undefined).length,
    repeatedReasons: reasons.length - new Set(reasons).size,
  };
}

/** Counts, of parts of the record, who has read how much; those who have read the most dossiers first. */
export async function readersIn(
  parts: AsyncIterable<Counted>,
  pace: Pace = () => undefined,
  most: number = mostParts,
): Promise<ReaderCounts> {
  const readers = new Map<string, Counting>();
  let counted = 0;
  for await (const part of parts) {
    if (counted === most) return { readers: sorted(readers), isComplete: false };
    if (counted % perStep === 0) await pace(perStep);
    counted++;
    const { _id, by, agency, mandate, reason, dossiers, beyondMandate = [], ofNoCase = [], search } = part;
    const key = `${agency} ${by}`;
    const reader: Counting = readers.get(key) ?? {
      by,
      agency,
      entries: new Map(),
      dossiers: new Set(),
      cases: new Set(),
      ofNoCase: new Set(),
    };
    readers.set(key, reader);
    const entry = reader.entries.get(entryOfPart(_id));
    reader.entries.set(entryOfPart(_id), {
      isBeyond: beyondMandate.length > 0 || entry?.isBeyond === true,
      reason: reason ?? entry?.reason,
      isSearch: search !== undefined || entry?.isSearch === true,
    });
    for (const id of dossiers) reader.dossiers.add(id);
    for (const id of ofNoCase) reader.ofNoCase.add(id);
    if (mandate.case !== undefined) reader.cases.add(mandate.case);
  }
  return { readers: sorted(readers), isComplete: true };
}

const sorted = (readers: ReadonlyMap<string, Counting>): Reader[] =>
  [...readers.values()]
    .map(totalOf)
    .sort((one, other) => other.dossiers - one.dossiers || (one.by < other.by ? -1 : 1));
