import { readFileSync } from 'node:fs';

/** A block of code as a page prints it. */
export interface Printed {
  language: string;
  /** What stands behind the language: the file that it is, or what is done with it. */
  about: string;
  code: string;
}

const block = /^```(\w+)(?: ([^\n]+))?\n(.*?)^```$/gms;

/** The blocks of each section of a page, a file of the project's, by its heading. */
export function printedSections(file: string): Map<string, Printed[]> {
  const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
  return new Map(
    text.split(/^## /m).map((section) => [
      section.slice(0, section.indexOf('\n')),
      [...section.matchAll(block)].map(([, language = '', about = '', code = '']) => ({
        language,
        about,
        code,
      })),
    ]),
  );
}

/** All blocks of a page, in their order. */
export const printedBlocks = (file: string): Printed[] => [...printedSections(file).values()].flat();
