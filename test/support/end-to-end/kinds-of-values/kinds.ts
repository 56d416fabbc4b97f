import { conduct } from './conduct.ts';
import { person } from './person.ts';
import type { Content, Row, Rows } from './row.ts';
import { things } from './things.ts';

/** One kind of value of a dossier, written and read by a caller. */
export interface Kind {
  /** Such as `contacts PHONE`. */
  name: string;
  /** The field of a dossier that it is written in. */
  field: string;
  readIn: string;
  written: Content;
  corrected: Content;
  /** What must be read of each, at least. */
  shows: { written: Content; corrected: Content };
  hasSteps: boolean;
}

const kindOf = (field: string, { written, corrected, shows, readIn, hasSteps }: Row): Kind => {
  const [first = written, second = corrected] = shows ?? [];
  const told = [written.kind ?? written.stage ?? written.rank, written.state, written.chain];
  return {
    name: [field, ...told.filter((each) => each !== undefined)].join(' '),
    field,
    readIn: readIn ?? field,
    written,
    corrected,
    shows: { written: first, corrected: second },
    hasSteps: hasSteps === true,
  };
};

export const kindsIn = (rows: Rows): Kind[] =>
  Object.entries(rows).flatMap(([field, ofField]) => ofField.map((row) => kindOf(field, row)));

/** Every kind of value that a dossier holds; `missingKinds` tells which the SDL has beside them. */
export const everyKind: readonly Kind[] = kindsIn({ ...person, ...things, ...conduct });
