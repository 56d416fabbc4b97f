import { cursorsOf } from '../../subgraphs/agency/api/paging/cursors.ts';
import type { Mandate } from '../../terms/mandate.ts';

/** Stands in a document for the cursor of a list, at a position, which is another for each viewer. */
export const cursorAt = (list: string, position: string): string => `{{${list}|${position}}}`;

/** A document with the cursors of this viewer. */
export async function withCursors(
  document: string,
  cursorKey: Buffer,
  who: { viewer: { agency: 'BELARUS' | 'RUSSIA'; subject: string }; mandate: Mandate },
): Promise<string> {
  let filled = document;
  for (const [place, list = '', position = ''] of document.matchAll(/\{\{([^|}]+)\|([^}]+)\}\}/g))
    filled = filled.replaceAll(place, await cursorsOf(cursorKey, who).seal(list, position));
  return filled;
}
