import { setTimeout as sleep } from 'node:timers/promises';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { baggageUtils, ExportResultCode } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { detectResourcesSync, envDetectorSync, Resource } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor, type SpanExporter } from '@opentelemetry/sdk-trace-base';
import type { Logger } from '../log.ts';
import { exportedSpan } from './exported-span.ts';
import type { Exporting } from './exporting-in.ts';

/** The tracing of a process. */
export interface Tracing {
  /** Exports what is left, for as long as it may take. */
  stop(): Promise<void>;
}

export interface TracingOptions {
  /** The process, as its log calls it. */
  service: string;
  log: Logger;
}

/** Well within the 15 seconds that a process has to stop. */
const longestStop = 2_000;

/** Lets out what `exportedSpan` allows and nothing else, and says once when nothing arrives, and once when it does again. */
export function guarded(exporter: SpanExporter, log: Logger): SpanExporter {
  let arrives = true;
  return {
    export(spans, done) {
      exporter.export(spans.map(exportedSpan), (result) => {
        const arrived = result.code === ExportResultCode.SUCCESS;
        if (arrives && !arrived)
          log.warn({ type: result.error?.name }, 'traces are not taken by the collector');
        if (!arrives && arrived) log.info('traces are taken by the collector again');
        arrives = arrived;
        // To the SDK a failure is an error of the program, with a complaint for each batch.
        done({ code: ExportResultCode.SUCCESS });
      });
    },
    shutdown: () => exporter.shutdown(),
  };
}

/** Exports this process's spans in batches, in the background: what a collector does not take in time is dropped. */
export function startExporting({ url, headers }: Exporting, { service, log }: TracingOptions): Tracing {
  const exporter = new OTLPTraceExporter({ url, headers: baggageUtils.parseKeyPairsIntoRecord(headers) });
  const named = new Resource({ 'service.namespace': 'concord', 'service.name': service });
  const provider = new BasicTracerProvider({
    // What the operator says of the process wins; nothing is asked of the machine.
    resource: named.merge(detectResourcesSync({ detectors: [envDetectorSync] })),
    spanProcessors: [new BatchSpanProcessor(guarded(exporter, log))],
  });
  const contextManager = new AsyncLocalStorageContextManager().enable();
  // Ours reads and writes `traceparent` where a request comes and goes.
  provider.register({ contextManager, propagator: null });
  log.info('traces are exported');
  return {
    async stop() {
      const late = sleep(longestStop, undefined, { ref: false });
      await Promise.race([provider.shutdown(), late]).catch(() => undefined);
    },
  };
}
