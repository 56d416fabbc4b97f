import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefinitionNode, parse } from 'graphql';

const folder = join(import.meta.dirname, '..');

/** The definitions of a file in schema/, none where it has only comments. */
export function schemaPart(file: string): readonly DefinitionNode[] {
  const text = readFileSync(join(folder, file), 'utf8');
  return text.replace(/^\s*#.*$/gm, '').trim() === '' ? [] : parse(text).definitions;
}

/** The files in schema/agency, which every agency's subgraph has. */
export const agencyParts = (): string[] =>
  readdirSync(join(folder, 'agency'))
    .sort()
    .map((file) => `agency/${file}`);

/** Every file that is written by hand. */
export const schemaParts = (): string[] => [
  ...readdirSync(folder)
    .filter((file) => file.endsWith('.graphql') && file !== 'supergraph.graphql')
    .sort(),
  ...agencyParts(),
];
