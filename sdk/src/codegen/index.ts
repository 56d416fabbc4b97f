export { type ConcordCodegenOptions, concordCodegen, schemaFile } from './config.ts';
export type { ConcordPluginConfig } from './plugin.ts';
export { concordPreset } from './preset.ts';
