/** A piece of a text: as it is, or a character that nobody would see or that turns the text around it. */
export type Piece = { text: string } | { hidden: string };

/**
 * Characters that are not seen and change how others are: controls, directional marks, overrides and isolates (UAX #9),
 * zero-width ones, soft hyphen, byte order mark, tags.
 */
const hidden =
  /[\p{Cc}\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/u;

const nameOf = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Splits a text so that each hidden character can be shown by its name. */
export function piecesOf(text: string): Piece[] {
  return text
    .split(new RegExp(`(${hidden.source})`, 'u'))
    .filter((piece) => piece !== '')
    .map((piece) => (hidden.test(piece) ? { hidden: nameOf(piece) } : { text: piece }));
}
