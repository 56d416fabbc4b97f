import type { Tracing, TracingOptions } from './exporting.ts';
import { exportingIn } from './exporting-in.ts';

/**
 * Has this process export spans, where OpenTelemetry's variables configure an exporter. Without one nothing of the SDK is even
 * loaded, and every span of the code is none.
 * @throws SettingsError
 */
export async function startTracing(options: TracingOptions): Promise<Tracing> {
  const exporting = exportingIn(process.env);
  if (!exporting) return { stop: async () => undefined };
  const { startExporting } = await import('./exporting.ts');
  return startExporting(exporting, options);
}
