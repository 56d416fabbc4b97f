import { posix } from 'node:path';
import { isHeadless } from './headless.ts';
import { knotsOf } from './knots.ts';
import { ringOf, rings } from './rings.ts';
import type { SourceFile } from './source-file.ts';

/** Measures of a tree, each with the places that it counts. */
export interface Figures {
  files: number;
  /** Imports from a ring above the file's own, as `file > file`. */
  upward: string[];
  /** Knots of rooms, the largest first. */
  knots: string[][];
  /** Knots of files. */
  cycles: string[][];
  /** Rooms with too many files. */
  crowded: string[];
  /** Files called otherwise than what others import most from them, as `file: export`. */
  misnamed: string[];
  /** Files whose name has no word in common with anything that they export, as `file: exports`. */
  nameless: string[];
  /** Files that others import from. */
  imported: number;
  /** Doc comments that begin with a headless clause, as `file: comment`. */
  headless: string[];
  docs: number;
  /** Exported declarations, and those with a doc comment. */
  declarations: number;
  documented: number;
  longest: { path: string; lines: number };
  median: number;
}

export const mostFilesOfRoom = 25;

const kebab = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/_/g, '-')
    .toLowerCase();

const stemOf = (path: string): string => posix.basename(path).replace(/\.(?:d\.)?(?:tsx?|m?js)$/, '');

const roomOf = posix.dirname;

/** The words of a name, in the singular where an `s` makes the plural. */
const wordsOf = (name: string): string[] =>
  kebab(name)
    .split('-')
    .map((word) => word.replace(/s$/, ''));

/**
 * Tells whether a file is called after nothing in it: no word of its name, or of its folder's for those of several agencies
 * or languages, begins a word of an export.
 */
function isNameless({ path, exports }: SourceFile): boolean {
  if (exports.length === 0 || isNamedByPlace(path)) return false;
  const offered = exports.flatMap(({ name }) => wordsOf(name));
  const said = [...wordsOf(stemOf(path)), ...wordsOf(posix.basename(roomOf(path)))];
  return !said.some((word) =>
    offered.some((other) => other.startsWith(word.slice(0, 5)) || word.startsWith(other)),
  );
}

/** An index is called after its folder; the lists of the schema, which are generated, after what they are. */
const isNamedByPlace = (path: string): boolean => ['index', 'enums'].includes(stemOf(path));

function arrowsBetween(files: ReadonlyMap<string, SourceFile>, nameOf: (path: string) => string) {
  const arrows = new Map<string, Set<string>>();
  for (const { path, imports } of files.values()) {
    const from = nameOf(path);
    const targets = arrows.get(from) ?? new Set();
    arrows.set(from, targets);
    for (const target of imports.keys()) {
      if (files.has(target) && nameOf(target) !== from) targets.add(nameOf(target));
    }
  }
  return arrows;
}

/** The exports of each file that most other files import. */
function namesTakenFrom(files: ReadonlyMap<string, SourceFile>): Map<string, Map<string, number>> {
  const taken = new Map<string, Map<string, number>>();
  for (const { imports } of files.values()) {
    for (const [target, names] of imports) {
      const counts = taken.get(target) ?? new Map<string, number>();
      for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + 1);
      taken.set(target, counts);
    }
  }
  return taken;
}

function misnamedFiles(files: ReadonlyMap<string, SourceFile>) {
  const misnamed: string[] = [];
  let imported = 0;
  for (const [path, counts] of namesTakenFrom(files)) {
    const file = files.get(path);
    counts.delete('*');
    if (file === undefined || counts.size === 0 || isNamedByPlace(path)) continue;
    imported += 1;
    const most = Math.max(...counts.values());
    const main = [...counts].filter(([, count]) => count === most).map(([name]) => name);
    if (!main.some((name) => kebab(name) === stemOf(path))) misnamed.push(`${path}: ${main.join(', ')}`);
  }
  return { misnamed: misnamed.sort(), imported };
}

/**
 * Measures a tree.
 * @param sources of all product folders and the workshop
 * @param isProduct tells the product's files, whose names and comments are measured
 */
export function figuresOf(sources: readonly SourceFile[], isProduct: (path: string) => boolean): Figures {
  const files = new Map(sources.map((file) => [file.path, file]));
  const product = sources.filter(({ path }) => isProduct(path));
  const upward = sources.flatMap(({ path, imports }) =>
    [...imports.keys()]
      .filter((target) => files.has(target) && ringOf(path) >= 0 && ringOf(target) > ringOf(path))
      .map((target) => `${path} > ${target} (${rings[ringOf(target)]} is above)`),
  );
  const inRooms = new Map<string, number>();
  for (const { path } of sources) inRooms.set(roomOf(path), (inRooms.get(roomOf(path)) ?? 0) + 1);
  const docs = product.flatMap(({ path, docs: texts }) => texts.map((text) => ({ path, text })));
  const declarations = product.flatMap((file) => file.exports);
  const byLength = [...product].sort((a, b) => a.lines - b.lines);
  const last = byLength.at(-1);
  return {
    files: product.length,
    upward,
    knots: knotsOf(arrowsBetween(files, roomOf)),
    cycles: knotsOf(arrowsBetween(files, (path) => path)),
    crowded: [...inRooms]
      .filter(([, count]) => count > mostFilesOfRoom)
      .map(([room, count]) => `${room}: ${count}`),
    ...misnamedFiles(new Map(product.map((file) => [file.path, file]))),
    nameless: product
      .filter(isNameless)
      .map(({ path, exports }) => `${path}: ${exports.map(({ name }) => name).join(', ')}`),
    headless: docs
      .filter(({ text }) => isHeadless(text))
      .map(({ path, text }) => `${path}: ${text.slice(0, 60)}`),
    docs: docs.length,
    declarations: declarations.length,
    documented: declarations.filter(({ doc }) => doc !== undefined).length,
    longest: { path: last?.path ?? '', lines: last?.lines ?? 0 },
    median: byLength[Math.floor(byLength.length / 2)]?.lines ?? 0,
  };
}
