import type { Socket } from 'node:net';

/** Connections on which a gateway has signed a request: what comes on them is no stranger's any more. */
export const signedConnections = new WeakSet<Socket>();
