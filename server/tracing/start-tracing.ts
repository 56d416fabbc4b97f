import type { Tracing, TracingOptions } from './exporting.ts';
import { exportingIn } from './exporting-in.ts';

/**
 * Starts exporting spans, if OpenTelemetry's variables configure an exporter. Without one nothing of the SDK is even
 * loaded, and the code's spans do nothing.
 * @throws SettingsError
 */
export async function startTracing(options: TracingOptions): Promise<Tracing> {
  const exporting = exportingIn(process.env);
  if (!exporting) return { stop: async () => undefined };
  const { startExporting } = await import('./exporting.ts');
  return startExporting(exporting, options);
}
