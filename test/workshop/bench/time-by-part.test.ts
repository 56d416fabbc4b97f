import { partOf, sourcesIn, timeByPart } from '../../../workshop/bench/profile/time-by-part.ts';

test.each([
  ['a package', 'file:///app/node_modules/@apollo/server/dist/esm/runHttpQuery.js', '@apollo/server'],
  ['a package in another', 'file:///app/node_modules/jose/node_modules/lru-cache/index.js', 'lru-cache'],
  ['a module of Node', 'node:internal/crypto/keys', 'node:crypto'],
  ['a folder of the project', 'file:///app/gateway/execution/run.ts', 'gateway/execution'],
  ['a file above the folders', 'file:///app/server/short-way.ts', 'server'],
  ['nothing with a name', '', 'Node itself'],
])('a function is of %s', (_what, url, part) => {
  expect(partOf({ functionName: 'call', url, lineNumber: 3 })).toBe(part);
});

test('only the last seconds count, and idle time never', () => {
  const frame = (id: number, functionName: string, url: string) => ({
    id,
    callFrame: { functionName, url, lineNumber: 0 },
  });
  const profile = {
    nodes: [
      frame(1, '(idle)', ''),
      frame(2, 'start', 'node:fs'),
      frame(3, 'run', '/app/gateway/execution/run.ts'),
    ],
    samples: [2, 1, 3, 3],
    timeDeltas: [9_000_000, 500_000, 300_000, 200_000],
  };
  expect([...timeByPart(profile, 1)]).toEqual([['gateway/execution', 500_000]]);
});

test('a function of the bundle is of the file before whose code a comment names it', () => {
  const bundle =
    'start();\n  // node_modules/jose/dist/verify.js\nverify();\n  // subgraphs/agency/api/server.ts\nserve();';
  const at = (lineNumber: number) =>
    partOf({ functionName: 'call', url: '/dist/processes.cjs', lineNumber }, sourcesIn(bundle));
  expect([0, 2, 4].map(at)).toEqual(['Node itself', 'jose', 'subgraphs/agency/api']);
});
