export { type ConcordCodegenOptions, concordCodegen } from './concord-codegen.ts';
export { concordPreset } from './concord-preset.ts';
export { type DocumentManifest, manifestPreset } from './manifest.ts';
export type { ConcordPluginConfig } from './plugin.ts';
export { schemaFile } from './schema-file.ts';
