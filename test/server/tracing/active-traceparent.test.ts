import { readTraceparent, writeTraceparent } from '../../../server/tracing/active-traceparent.ts';

const traceId = '0af7651916cd43dd8448eb211c80319c';
const spanId = 'b7ad6b7169203331';

describe('a traceparent that goes on', () => {
  test.each([
    ['sampled', `00-${traceId}-${spanId}-01`, 1],
    ['not sampled', `00-${traceId}-${spanId}-00`, 0],
    ['with flags that nobody knows yet', `00-${traceId}-${spanId}-ff`, 1],
    ['of a later version', `01-${traceId}-${spanId}-01`, 1],
    ['of a later version that says more', `cc-${traceId}-${spanId}-01-what-the-future-adds`, 1],
  ])('%s', (_name, header, traceFlags) => {
    expect(readTraceparent(header)).toEqual({ traceId, spanId, traceFlags, isRemote: true });
  });

  test('is written as this version has it', () => {
    const read = readTraceparent(`cc-${traceId}-${spanId}-ff-more`);
    expect(read && writeTraceparent(read)).toBe(`00-${traceId}-${spanId}-01`);
  });
});

describe('a traceparent that is ignored', () => {
  test.each([
    ['absent', undefined],
    ['a list', [`00-${traceId}-${spanId}-01`]],
    ['empty', ''],
    ['sent twice', `00-${traceId}-${spanId}-01, 00-${traceId}-${spanId}-01`],
    ['of version ff', `ff-${traceId}-${spanId}-01`],
    ['in capitals', `00-${traceId.toUpperCase()}-${spanId}-01`],
    ['of no trace', `00-${'0'.repeat(32)}-${spanId}-01`],
    ['of no span', `00-${traceId}-${'0'.repeat(16)}-01`],
    ['too short', `00-${traceId.slice(1)}-${spanId}-01`],
    ['without flags', `00-${traceId}-${spanId}`],
    ['longer than its version', `00-${traceId}-${spanId}-01-more`],
    ['longer without a hyphen', `01-${traceId}-${spanId}-01more`],
    ['with a line break behind it', `00-${traceId}-${spanId}-01\n`],
    ['text of somebody’s', 'BY-2026-000001'],
  ])('%s', (_name, header) => {
    expect(readTraceparent(header)).toBeUndefined();
  });
});
