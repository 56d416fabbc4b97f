import { readFileSync } from 'node:fs';
import { readTree } from '../../workshop/house/read-tree.ts';

/** Hooks by which a plugin could see, refuse or change each request, and which the short way does not call. */
const ofRequests =
  /\b(didResolveSource|didResolveOperation|responseForOperation|executionDidStart|willSendResponse|willSendSubsequentPayload)\b/;

const product = /^(server|gateway|subgraphs|identity|terms|commands)\//;
const files = readTree('.')
  .map(({ path }) => path)
  .filter((path) => product.test(path));
const naming = (pattern: RegExp) => files.filter((path) => pattern.test(readFileSync(path, 'utf8')));

describe('what is done for every request', () => {
  test('is a step, which both ways take: no plugin has a hook for it but the one that is made of the steps', () => {
    expect(files).toContain('gateway/callers/admission.ts');
    expect(naming(ofRequests)).toEqual(['server/request-step.ts']);
  });

  test('could be in no other plugin: none is made outside of the server', () => {
    const plugins = naming(/\bApolloServerPlugin\b|\brequestDidStart\b/);
    expect(plugins.filter((path) => !path.startsWith('server/'))).toEqual([]);
    expect(plugins).toContain('server/serve-graphql.ts');
  });
});
