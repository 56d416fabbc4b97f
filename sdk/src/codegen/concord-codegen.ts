import type { Types } from '@graphql-codegen/plugin-helpers';
import { concordPreset } from './concord-preset.ts';
import { manifestPreset } from './manifest.ts';
import { schemaFile } from './schema-file.ts';

/** Settings of the generator. */
export interface ConcordCodegenOptions {
  /** Your operations: paths or patterns of `.graphql` files. */
  readonly documents: string | string[];
  /** The TypeScript file that is written. */
  readonly output: string;
  /** The file of the manifest of these operations, a JSON file; none is written unless given. */
  readonly manifest?: string;
}

/**
 * A configuration of graphql-codegen for operations of your own.
 * @example export default concordCodegen({ documents: 'operations/*.graphql', output: 'src/concord.ts' })
 */
export function concordCodegen({ documents, output, manifest }: ConcordCodegenOptions): Types.Config {
  return {
    schema: schemaFile,
    documents,
    generates: {
      [output]: { preset: concordPreset() },
      ...(manifest !== undefined && { [manifest]: { preset: manifestPreset() } }),
    },
  };
}
