import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Types } from '@graphql-codegen/plugin-helpers';
import { concordPreset } from './preset.ts';
import { versionOf } from './version.ts';

/** The schema that this package was made for, with `@withholdable` on the fields that are told as `Visible`. */
export const schemaFile: string = fileURLToPath(new URL('../schema.graphql', import.meta.url));

/** What is generated from. */
export interface ConcordCodegenOptions {
  /** Where your operations are: paths or patterns of `.graphql` files. */
  readonly documents: string | string[];
  /** The TypeScript file that is written. */
  readonly output: string;
}

/**
 * A configuration of graphql-codegen for operations of your own.
 * @example export default concordCodegen({ documents: 'operations/*.graphql', output: 'src/concord.ts' })
 */
export function concordCodegen({ documents, output }: ConcordCodegenOptions): Types.Config {
  const schemaVersion = versionOf(readFileSync(schemaFile, 'utf8'));
  return {
    schema: schemaFile,
    documents,
    generates: { [output]: { preset: concordPreset({ schemaVersion, sdk: '@concord/sdk' }) } },
  };
}
