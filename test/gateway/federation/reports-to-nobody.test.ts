import type { ApolloGateway } from '@apollo/gateway';
import { describe, expect, test } from 'vitest';
import { createFederation } from '../../../gateway/federation/create-federation.ts';
import { createRegistry } from '../../../server/create-registry.ts';
import { createLog } from '../../../server/log.ts';
import { supergraphSdl } from '../../support/schema-files.ts';

/** What the gateway has set going that must be ended with it: its reports, if it makes any. */
const reportsOf = (gateway: ApolloGateway): (() => Promise<void>)[] => Reflect.get(gateway, 'toDispose');

describe('the federation', () => {
  test('reports to nobody, as the gateway of its library would', async () => {
    const log = createLog('test', 'silent');
    delete process.env.APOLLO_TELEMETRY_DISABLED;
    const federation = createFederation({
      supergraphSdl: supergraphSdl(),
      urls: new Map(),
      deadline: 1_000,
      sign: () => '',
      waysOut: new Map(),
      cursorKey: Buffer.alloc(32),
      registry: createRegistry(),
      log,
    });
    expect(reportsOf(federation.stock)).toEqual([]);
    await federation.close();
  });
});
