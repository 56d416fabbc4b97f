/** A gateway without agencies behind it, in a process of its own: it sends one answer, and prints its port. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { profileAnswer } from './answer.ts';

const body = Buffer.from(JSON.stringify(profileAnswer));
const headers = {
  'content-type': 'application/json; charset=utf-8',
  'content-length': body.byteLength,
  'cache-control': 'no-store',
  'x-request-id': '00000000-0000-0000-0000-000000000000',
};
const server = createServer((request, response) => {
  request.resume().on('end', () => response.writeHead(200, headers).end(body));
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit());
