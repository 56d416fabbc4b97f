import { once } from 'node:events';
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { Worker } from 'node:worker_threads';
import { processorTime } from '../../../workshop/bench/profile/processor-time.ts';
import { claimsOf, keyOf, signed } from '../../support/end-to-end/tokens.ts';
import type { Attack } from '../attack.ts';
import type { Target } from '../target.ts';
import { broken, keepsFromAll } from './standing-texts.ts';
import { demandPid } from './standstill.ts';

/** Milliseconds that an officer waits for the gateway. */
const longestWait = 10_000;

/** Opens connections and sends nothing on them; those that are refused are none. */
async function openSilent(host: string, port: number, count: number): Promise<Socket[]> {
  const opened: Socket[] = [];
  for (let left = count; left > 0; left -= 100) {
    const some = Array.from({ length: Math.min(left, 100) }, () => connect(port, host));
    for (const socket of some) socket.on('error', () => undefined);
    await Promise.allSettled(some.map((socket) => once(socket, 'connect')));
    opened.push(...some);
  }
  return opened;
}

/** Whether an officer is answered who has no connection yet. */
async function isAnswered(target: Target, host: string, port: number): Promise<boolean> {
  const token = await signed(keyOf(target, 'belarus-issuer'), claimsOf('belarus', 'analyst'));
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const signal = AbortSignal.timeout(longestWait);
    const asked = request({ host, port, method: 'POST', path: '/graphql', headers, agent: false, signal });
    asked.once('error', () => resolve(false));
    asked.once('response', (answer) => resolve(answer.resume().statusCode === 200));
    asked.end(JSON.stringify({ query: '{ __typename }' }));
  });
}

/** The addresses of this machine at which the gateway listens, each with a limit of its own in Node. */
async function addressesOf(port: number): Promise<string[]> {
  const reached = ['127.0.0.1', '::1'].map(async (host) => {
    const socket = connect(port, host);
    const connected = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    return connected ? [host] : [];
  });
  return (await Promise.all(reached)).flat();
}

/** Whether an officer is kept out at one of the gateway's addresses, beside so many connections. */
async function keepsOut(target: Target, count: number): Promise<boolean> {
  const port = Number(new URL(target.gateway).port);
  for (const host of await addressesOf(port)) {
    const sockets = await openSilent(host, port, count);
    const answered = await isAnswered(target, host, port);
    for (const socket of sockets) socket.destroy();
    if (!answered) return true;
  }
  return false;
}

/** The program of a thread that writes, so that it keeps the officer beside it from nothing. */
const writing = `
  const { workerData: { port, count, part, times } } = require('node:worker_threads');
  const bytes = Buffer.from(part[0] + part[1].repeat(times));
  for (let n = 0; n < count; n += 1) {
    const socket = require('node:net').connect({ host: '127.0.0.1', port, localAddress: '127.0.0.' + (10 + (n % 9)) });
    socket.on('error', () => undefined).resume();
    socket.setTimeout(${longestWait}, () => socket.destroy());
    socket.write(bytes);
  }`;

/** Writes the same again and again on 190 connections without a token, from nine addresses, until they are closed, or for some seconds. */
async function writesOn(gateway: string, part: readonly [string, string], times: number): Promise<void> {
  const port = Number(new URL(gateway).port);
  await once(new Worker(writing, { eval: true, workerData: { port, count: 190, part, times } }), 'exit');
}

/** Seconds of a processor that strangers may take of the gateway. */
const mostSeconds = 3;

/** Tells whether the gateway answers nobody beside what is written so, or is at work on it for long: a fast machine lets it answer in between all the same. */
async function isTakenBy(target: Target, part: readonly [string, string], times: number): Promise<boolean> {
  const pid = await demandPid(target, 'gateway/start.ts');
  const before = processorTime(pid) ?? 0;
  const writes = () => writesOn(target.gateway, part, times);
  if (await keepsFromAll(target, target.gateway, writes)) return true;
  const after = processorTime(pid);
  // One that is no more has ended itself over it.
  return after === undefined || after - before > mostSeconds;
}

const chunked =
  'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n';

const manyInOneRead = [
  [
    'requests of strangers by the thousand in one read of a connection, beside which the gateway answers nobody',
    'GET /health/live HTTP/1.1\r\nhost: x\r\n\r\n',
  ],
  [
    'requests of strangers by the thousand in one read, which Node itself answers, beside which the gateway answers nobody',
    'GET / HTTP/1.1\r\nhost: x\r\nexpect: x\r\n\r\n',
  ],
] as const;

export const connectionAttacks: readonly Attack[] = [
  {
    mend: 'chunks of a body',
    name: 'bodies of strangers in chunks of a byte, beside which the gateway answers nobody',
    makesOutages: true,
    control: broken,
    attempt: (target) => isTakenBy(target, [chunked, '1\r\n \r\n'], 250_000),
  },
  ...manyInOneRead.map(
    ([name, request]): Attack => ({
      mend: 'one request at a time',
      name,
      makesOutages: true,
      control: broken,
      attempt: (target) => isTakenBy(target, ['', request], 3_000),
    }),
  ),
  {
    mend: 'connections without a token',
    foundIn: '8ca3b3d1',
    name: 'thousands of silent connections, opened without a token, so that no officer gets one',
    control: async (target) => !(await keepsOut(target, 100)),
    attempt: (target) => keepsOut(target, 4_200),
  },
];
