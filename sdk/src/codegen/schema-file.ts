import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The schema that this package was made for, with marks on what is told as `Visible` or `Partly`. */
export const schemaFile: string = fileURLToPath(new URL('../schema.graphql', import.meta.url));

export const packageSchema = (): string => readFileSync(schemaFile, 'utf8');
