export { type ConcordCodegenOptions, concordCodegen } from './concord-codegen.ts';
export { concordPreset } from './concord-preset.ts';
export type { ConcordPluginConfig } from './plugin.ts';
export { schemaFile } from './schema-file.ts';
