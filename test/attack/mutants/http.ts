import type { Mutant } from '../../mutants/mutant.ts';

const agencySource = 'gateway/federation/agency-source.ts';
const requestFrames = 'server/connections/request-frames.ts';
const callerConnections = 'server/connections/caller-connections.ts';

const bodyTurns = 'subgraphs/agency/channel/in/body-turns.ts';

const withoutTurns: Mutant['edits'] = [
  {
    file: bodyTurns,
    from: '{ atOnce: 4, ofAddress: 8, waiting: 32 }',
    to: '{ atOnce: 4_000, ofAddress: 4_000, waiting: 4_000 }',
  },
  {
    file: bodyTurns,
    from: 'await working.inTurn(lane, () => work({ isGone: () => turn.isGone, isFrom }))',
    to: 'await work({ isGone: () => false, isFrom })',
  },
];

/** Defences of the gateway's HTTP side, and of what it sends to agencies. */
export const httpMutants: readonly Mutant[] = [
  {
    name: 'connections without a token',
    edits: [
      { file: callerConnections, from: '- this.#bounds.withoutToken;', to: '- Number.POSITIVE_INFINITY;' },
      { file: callerConnections, from: 'of most ?? []) {', to: 'of [] as Connection[]) {' },
    ],
  },
  {
    name: 'one body of an agency',
    edits: [
      ...withoutTurns,
      {
        file: 'subgraphs/agency/channel/in/receiver.ts',
        from: 'if (loopTurn.isOver()) await loopTurn.next();',
        to: '',
      },
    ],
  },
  { name: 'turns of bodies', edits: withoutTurns },
  {
    name: 'turns of strangers',
    edits: [
      {
        file: 'subgraphs/agency/server.ts',
        from: 'strangers.bound(app);',
        to: '',
      },
    ],
  },
  {
    name: 'chunks of a body',
    edits: [
      {
        file: 'server/create-http-server.ts',
        from: "request.headers['transfer-encoding'] !== undefined",
        to: "request.headers['transfer-encoding'] === ''",
      },
      { file: requestFrames, from: '/^transfer-encoding', to: '/^no-encoding' },
      {
        file: requestFrames,
        from: "length > this.#left) return 'TWO_REQUESTS'",
        to: "length < 0) return 'ALL'",
      },
      { file: requestFrames, from: 'this.#left = told - (bytes.length - ofHead);', to: 'this.#left = 1e9;' },
    ],
  },
  {
    name: 'one request at a time',
    edits: [
      {
        file: 'server/connections/one-at-a-time.ts',
        from: 'last && !last.writableFinished',
        to: 'last && !socket',
      },
      {
        file: requestFrames,
        from: 'this.#left = told - (bytes.length - ofHead);',
        to: 'this.#left = Math.max(0, told - (bytes.length - ofHead));',
      },
    ],
  },
  {
    name: 'reason at home',
    edits: [
      {
        file: agencySource,
        from: 'caller?.viewer.agency === audience ? mandate.reason : undefined',
        to: 'mandate.reason',
      },
      {
        file: 'identity/authenticate-fetch.ts',
        from: 'authenticated.viewer.agency !== own && authenticated.reason !== undefined',
        to: 'authenticated.viewer.agency !== own && own.length === 0',
      },
    ],
  },
  {
    name: 'names at home',
    edits: [
      {
        file: 'gateway/federation/plans/create-query-planner.ts',
        from: 'const { name, ...rest } = definition;',
        to: 'const { name } = definition; const rest = definition;',
      },
    ],
  },
  {
    name: 'names at home',
    edits: [{ file: agencySource, from: '|| uuid.test(requestId) ?', to: '|| requestId !== requestKey ?' }],
  },
  {
    name: 'documents in the page',
    edits: [
      {
        file: 'gateway/playground/serve-playground.ts',
        from: 'roles.some((role) => settings.writers.includes(role))',
        to: 'roles.length > 0',
      },
    ],
  },
  {
    name: 'private networks',
    edits: [
      {
        file: 'gateway/gateway-settings.ts',
        from: "if (mode === 'production') demandPrivateHttp(",
        to: "if (mode === 'development') demandPrivateHttp(",
      },
    ],
  },
];
