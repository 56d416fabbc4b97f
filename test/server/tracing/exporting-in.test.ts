import { exportingIn } from '../../../server/tracing/exporting-in.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const endpoint = 'http://collector:4318';
const temporary = temporaryDirectory();

describe('spans are exported', () => {
  test.each([
    ['to an endpoint', { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }, `${endpoint}/v1/traces`],
    [
      'to one with a path',
      { OTEL_EXPORTER_OTLP_ENDPOINT: `${endpoint}/otlp/` },
      `${endpoint}/otlp/v1/traces`,
    ],
    [
      'to one for traces alone, as it stands',
      { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://traces/in' },
      'https://traces/in',
    ],
    [
      'in the encoding that is spoken',
      { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' },
      `${endpoint}/v1/traces`,
    ],
  ])('%s', (_name, environment, url) => {
    expect(exportingIn(environment)).toEqual({ url, headers: '' });
  });

  test('with the collector’s password, which can be a file', () => {
    temporary.write('headers', 'authorization=Basic x\n');
    const file = temporary.path('headers');
    const environment = { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_HEADERS_FILE: file };
    expect(exportingIn(environment)?.headers).toBe('authorization=Basic x');
  });
});

describe('spans are not exported', () => {
  test.each([
    ['without an endpoint', {}],
    ['to an empty one', { OTEL_EXPORTER_OTLP_ENDPOINT: '' }],
    ['where the exporter is none', { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_EXPORTER: 'none' }],
    ['where all of it is off', { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_SDK_DISABLED: 'TRUE' }],
  ])('%s', (_name, environment) => {
    expect(exportingIn(environment)).toBeUndefined();
  });
});

describe('a mistake is told by its variable', () => {
  test.each([
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318'],
    ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'grpc://collector'],
    ['OTEL_EXPORTER_OTLP_PROTOCOL', 'grpc'],
    ['OTEL_EXPORTER_OTLP_TRACES_PROTOCOL', 'http/protobuf'],
    ['OTEL_TRACES_EXPORTER', 'zipkin'],
  ])('%s', (variable, value) => {
    expect(() => exportingIn({ [variable]: value })).toThrow(variable);
  });
});
