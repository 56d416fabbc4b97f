import { createHttpServer } from '../../../server/create-http-server.ts';
import { createRegistry } from '../../../server/create-registry.ts';
import { createLog } from '../../../server/log.ts';

/** A server without routes, which logs nothing. */
export const quietServer = () =>
  createHttpServer({
    log: createLog('test', 'silent'),
    mode: 'production',
    registry: createRegistry(),
    bodyLimit: 100_000,
    notReady: async () => [],
  });
