import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';

// Systems hand out ports by themselves from 32768 on. These stay below, and so do the ports of metrics, which are 5,400 higher.
const lowest = 20_000;
const highest = 24_999;

/**
 * Reserves a port number while this process lives, with a UDP socket of that number. TCP servers can still use the number, but
 * no other process can reserve it, even before a server listens.
 * @returns false if another process has it
 */
async function take(port: number): Promise<boolean> {
  const socket = createSocket('udp4').unref();
  socket.bind({ port, address: '127.0.0.1', exclusive: true });
  try {
    await once(socket, 'listening');
    return true;
  } catch {
    socket.close();
    return false;
  }
}

async function canListen(port: number): Promise<boolean> {
  const server = createServer().listen(port);
  try {
    await once(server, 'listening');
  } catch {
    return false;
  }
  await once(server.close(), 'close');
  return true;
}

/** A free TCP port of this machine, which no other process is given while this one lives. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 1_000; tries++) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest + 1));
    if ((await take(port)) && (await canListen(port))) return port;
  }
  throw new Error(`no free port found from ${lowest} to ${highest}`);
}

/** Several ports as `freePort` gives them. */
export const freePorts = (count: number): Promise<number[]> =>
  Promise.all(Array.from({ length: count }, freePort));
