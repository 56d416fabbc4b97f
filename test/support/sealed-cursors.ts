import { cursorsOf } from '../../subgraphs/agency/api/paging/cursors.ts';
import type { Mandate } from '../../terms/mandate.ts';

/** Stands in a document for the cursor of a list, at a position, which is another for each viewer. */
export const cursorAt = (list: string, position: string): string => `{{${list}|${position}}}`;

/** A document with the cursors of this viewer. */
export const withCursors = (
  document: string,
  cursorKey: Buffer,
  who: { viewer: { agency: 'BELARUS' | 'RUSSIA'; subject: string }; mandate: Mandate },
): string =>
  document.replaceAll(/\{\{([^|}]+)\|([^}]+)\}\}/g, (_all, list: string, position: string) =>
    cursorsOf(cursorKey, who).seal(list, position),
  );
