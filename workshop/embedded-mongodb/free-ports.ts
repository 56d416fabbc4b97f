import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';

// Below the ports that a system gives by itself, to a connection or to whoever listens at 0, and so are those of metrics, which are higher by 5,400.
const lowest = 20_000;
const highest = 24_999;

/**
 * Takes the number for as long as this process lives, by a datagram socket of it. Such a socket leaves the number free
 * for a server, and no two processes have it, so that each process is given others even before anybody listens.
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

/** A port of this machine that nobody listens at, and that no other process is given while this one lives. */
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
