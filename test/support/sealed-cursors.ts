import type { Mandate } from '../../identity/mandate.ts';
import { cursorsOf } from '../../subgraphs/agency/paging/cursors.ts';

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
