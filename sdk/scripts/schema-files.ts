import { readFileSync } from 'node:fs';
import { clientSchema } from './client-schema.ts';

const read = (path: string) => readFileSync(new URL(`../../schema/${path}`, import.meta.url), 'utf8');

/** The schema that this package is made for. */
export const currentSchema = (): string =>
  clientSchema(read('built/api.graphql'), read('supergraph.graphql'));
