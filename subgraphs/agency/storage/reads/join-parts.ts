import { entryOfPart, type ReadEntry, type ReadPart } from '../../records/reads/read-entry.ts';

const united = (parts: readonly ReadPart[], listOf: (part: ReadPart) => readonly string[] | undefined) =>
  [...new Set(parts.flatMap((part) => listOf(part) ?? []))].sort();

function withheldOf(parts: readonly ReadPart[]): ReadEntry['withheld'] {
  const withheld = new Map<string, ReadEntry['withheld'][number]>();
  for (const { coordinate, reason, dossiers } of parts.flatMap((part) => part.withheld)) {
    const key = `${coordinate} ${reason}`;
    const known = withheld.get(key)?.dossiers ?? [];
    withheld.set(key, { coordinate, reason, dossiers: [...new Set([...known, ...dossiers])].sort() });
  }
  return [...withheld].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each);
}

/** An entry of the record, of all that the fetches of its request have read. */
export function joinParts(parts: readonly [ReadPart, ...ReadPart[]]): ReadEntry {
  const [first] = parts.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  const reason = parts.find((part) => part.reason !== undefined)?.reason;
  const search = parts.find((part) => part.search)?.search;
  return {
    ...(first ?? parts[0]),
    _id: entryOfPart(parts[0]._id),
    ...(reason !== undefined && { reason }),
    dossiers: united(parts, ({ dossiers }) => dossiers),
    ...(parts.some((part) => part.beyondMandate) && {
      beyondMandate: united(parts, ({ beyondMandate }) => beyondMandate),
      ofNoCase: united(parts, ({ ofNoCase }) => ofNoCase),
    }),
    groups: united(parts, ({ groups }) => groups),
    ...(parts.some((part) => part.requests) && { requests: united(parts, ({ requests }) => requests) }),
    ...(parts.some((part) => part.operations) && {
      operations: united(parts, ({ operations }) => operations),
    }),
    coordinates: united(parts, ({ coordinates }) => coordinates),
    withheld: withheldOf(parts),
    ...(search && { search }),
  };
}
