import { readFileSync } from 'node:fs';

/** The page as `npm run playground` builds it. */
export interface Bundle {
  /** Everything that a browser loads by its name, which changes with its content. */
  assets: string;
  /** The page itself, with `{{nonce}}` where the nonce of an answer belongs. */
  html: string;
  /** The information class of each field, by coordinate. */
  classes: Record<string, string>;
  /** The texts of all operations that the page sends by itself. */
  documents: readonly string[];
}

const directory = new URL('../../playground/bundle/', import.meta.url);

/** @returns undefined when it has not been built */
export function readBundle(): Bundle | undefined {
  try {
    return {
      assets: new URL('assets/', directory).pathname,
      html: readFileSync(new URL('index.html', directory), 'utf8'),
      classes: JSON.parse(readFileSync(new URL('classes.json', directory), 'utf8')),
      documents: JSON.parse(readFileSync(new URL('documents.json', directory), 'utf8')),
    };
  } catch {
    return undefined;
  }
}
