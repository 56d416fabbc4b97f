export { type ConcordCodegenOptions, concordCodegen } from './config.ts';
export type { ConcordPluginConfig } from './plugin.ts';
export { concordPreset } from './preset.ts';
export { schemaFile } from './schema-file.ts';
