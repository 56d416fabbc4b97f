import { textOf } from './markdown.ts';

const cellsOf = (row: string): string[] =>
  row
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());

/** The lines of the tables in a section of a page. */
function linesUnder(page: string, heading: string): string[] {
  const lines = textOf(page).split('\n');
  const start = lines.findIndex((line) => line.startsWith('#') && line.replace(/^#+ /, '') === heading);
  if (start < 0) throw new Error(`${page} has no heading '${heading}'`);
  const section = lines.slice(start + 1);
  const end = section.findIndex((line) => line.startsWith('#'));
  return (end < 0 ? section : section.slice(0, end)).filter((line) => line.startsWith('|'));
}

/** The rows of the tables in a section of a page, without their heads. */
export function tableUnder(page: string, heading: string): string[][] {
  const lines = linesUnder(page, heading);
  const isHead = (index: number) =>
    [lines[index], lines[index + 1]].some((line) => /^\|[-|]+$/.test(line ?? ''));
  return lines.filter((_line, index) => !isHead(index)).map(cellsOf);
}

/** The head of the first table in a section of a page. */
export const headUnder = (page: string, heading: string): string[] =>
  cellsOf(linesUnder(page, heading)[0] ?? '');

/** The texts in backticks. */
export const codesIn = (text: string): string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
