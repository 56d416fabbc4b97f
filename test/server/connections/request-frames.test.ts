import { type ForParser, mostHeaders, RequestFrames } from '../../../server/connections/request-frames.ts';

const get = 'GET /a HTTP/1.1\r\nhost: a\r\n\r\n';
const post = 'POST /a HTTP/1.1\r\nhost: a\r\nContent-Length: 4\r\n\r\n{ }\n';
const chunked = 'POST /a HTTP/1.1\r\nhost: a\r\nTransfer-Encoding : chunked\r\n\r\n';

/** The results of reads that come one after the other. */
const readEach = (...reads: string[]): ForParser[] => {
  const frames = new RequestFrames();
  return reads.map((read) => frames.read(Buffer.from(read, 'latin1')));
};

test('requests in reads of their own are read, however their bytes are cut', () => {
  expect(readEach(get, post, get)).toEqual(['ALL', 'ALL', 'ALL']);
  for (let at = 1; at < post.length; at += 1)
    expect(readEach(post.slice(0, at), post.slice(at), get)).toEqual(['ALL', 'ALL', 'ALL']);
  expect(new Set(readEach(...post, ...get))).toEqual(new Set(['ALL']));
});

test.each([
  ['two in one read', [get + get]],
  ['one behind the body of another', [post + get]],
  ['one behind the rest of a body', [post.slice(0, -2), post.slice(-2) + get]],
  ['the beginning of one behind another', [`${get}G`]],
  ['a body that nobody has announced', [`${get}{}`]],
])('%s: the connection is cut off', (_what, reads) => {
  expect(readEach(...reads).at(-1)).toBe('TWO_REQUESTS');
});

test('of a body in chunks nothing is read, whenever it comes', () => {
  expect(readEach(`${chunked}1\r\n \r\n`, '1\r\n \r\n', get)).toEqual([
    { bytes: chunked.length },
    { bytes: 0 },
    { bytes: 0 },
  ]);
  expect(readEach(get, chunked.slice(0, 50), `${chunked.slice(50)}1`).at(-1)).toEqual({
    bytes: chunked.length - 50,
  });
});

test.each([
  ['in one read', ['\r'.repeat(20_000)]],
  ['in many', Array.from({ length: 201 }, () => '\r'.repeat(100))],
  ['in a line of its own', [`GET /${'a'.repeat(20_000)} HTTP/1.1`]],
])('a head that does not end is cut off, %s', (_what, reads) => {
  expect(readEach(...reads).at(-1)).toBe('TOO_LONG');
});

test('a hundred headers are read, and one more is refused, in one read or in many', () => {
  const of = (count: number) => `GET /a HTTP/1.1\r\n${'a:\r\n'.repeat(count)}\r\n`;
  expect(readEach(of(mostHeaders), of(mostHeaders))).toEqual(['ALL', 'ALL']);
  expect(readEach(of(mostHeaders + 1))).toEqual(['TOO_MANY_HEADERS']);
  expect(new Set(readEach(...of(mostHeaders)))).toEqual(new Set(['ALL']));
  expect(readEach(...of(mostHeaders + 1))).toContain('TOO_MANY_HEADERS');
});
