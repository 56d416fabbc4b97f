import { z } from 'zod';
import { readSettings } from '../settings.ts';

const address = z.url({ protocol: /^https?$/, error: 'must be an http: or https: address' }).optional();
const protocol = z.literal('http/json', 'must be http/json, which is what is spoken here').optional();

/** The OpenTelemetry variables that are read here; its libraries read those of the sampler, the batches and the resource. */
const tracingSettings = {
  OTEL_SDK_DISABLED: z.string().optional(),
  OTEL_TRACES_EXPORTER: z.enum(['otlp', 'none'], 'must be otlp or none').default('otlp'),
  OTEL_EXPORTER_OTLP_ENDPOINT: address,
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: address,
  OTEL_EXPORTER_OTLP_PROTOCOL: protocol,
  OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: protocol,
  /** `name=value,…`; often a secret, and so as a file too. */
  OTEL_EXPORTER_OTLP_HEADERS: z.string().default(''),
};

/** The destination of spans. */
export interface Exporting {
  url: string;
  /** As OpenTelemetry's variable has them. */
  headers: string;
}

/**
 * @returns undefined where no exporter is configured
 * @throws SettingsError naming the variable
 */
export function exportingIn(environment: NodeJS.ProcessEnv): Exporting | undefined {
  const settings = readSettings(tracingSettings, environment);
  if (settings.OTEL_SDK_DISABLED?.toLowerCase() === 'true') return undefined;
  if (settings.OTEL_TRACES_EXPORTER === 'none') return undefined;
  const base = settings.OTEL_EXPORTER_OTLP_ENDPOINT;
  const url = settings.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? (base && `${base.replace(/\/$/, '')}/v1/traces`);
  return url ? { url, headers: settings.OTEL_EXPORTER_OTLP_HEADERS } : undefined;
}
