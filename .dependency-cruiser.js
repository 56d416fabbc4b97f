import { readFileSync } from 'node:fs';
// The parser below. Where it is not installed, every file in TypeScript would be passed over in silence.
import '@swc/core';

const rings = JSON.parse(readFileSync(new URL('workshop/house/rings.json', import.meta.url), 'utf8'));

const beginningWith = (folders) => `^(${folders.join('|')})`;

/** One rule a ring: it imports from itself and the rings below, types included, and never from one above. */
const ringRules = rings.slice(0, -1).map((ring, place) => ({
  name: `ring-${ring.replace(/\/$/, '').replaceAll('/', '-')}`,
  comment: `Nothing in ${ring} knows of a ring above it. Move what is imported down, or what imports it up.`,
  severity: 'error',
  from: { path: `^${ring}`, pathNot: rings.slice(0, place).map((below) => `^${below}`) },
  to: {
    path: beginningWith(rings.slice(place + 1)),
    pathNot: rings.slice(0, place + 1).map((below) => `^${below}`),
  },
}));

/**
 * The boundaries of the architecture, checked by `npm run boundaries`.
 * @type {import('dependency-cruiser').IConfiguration}
 */
export default {
  forbidden: [
    ...ringRules,
    {
      name: 'agency-gets-its-articles-by-definition',
      comment:
        'What an article is and how codes compare is everybody’s; a code is its agency’s, and comes by its definition.',
      severity: 'error',
      from: { path: '^subgraphs/agency/' },
      to: { path: '^terms/criminal-codes/', pathNot: '^terms/criminal-codes/(article|crosswalk)[.]ts$' },
    },
    {
      name: 'agency-gets-its-provisions-by-definition',
      comment: 'As of articles: what a provision is, is everybody’s; a list is its agency’s.',
      severity: 'error',
      from: { path: '^subgraphs/agency/' },
      to: {
        path: '^terms/codes-of-procedure/',
        pathNot: '^terms/codes-of-procedure/provision[.]ts$',
      },
    },
    {
      name: 'siblings-do-not-import-each-other',
      comment: 'Agencies, and crossborder, are separate owners that run as separate processes.',
      severity: 'error',
      from: { path: '^subgraphs/(?!agency/)([^/]+)/' },
      to: { path: '^subgraphs/', pathNot: ['^subgraphs/agency/', '^subgraphs/$1/'] },
    },
    {
      name: 'pure-rings-load-no-driver',
      comment:
        'Records, matching and permissions decide on what they are given. What they load through others is checked by test/subgraphs/agency/loads-no-driver.test.ts.',
      severity: 'error',
      from: { path: '^subgraphs/agency/(records|matching|permissions)/' },
      to: { path: 'node_modules/(mongoose|mongodb|graphql|@apollo|fastify)/' },
    },
    {
      name: 'channel-loads-no-driver',
      comment: 'The protocol defines what must be kept, and `storage/channel` keeps it.',
      severity: 'error',
      from: { path: '^subgraphs/agency/channel/' },
      to: { path: 'node_modules/(mongoose|mongodb)/' },
    },
    {
      name: 'crossborder-is-no-agency',
      comment:
        'It has no records. A criterion has the format of the value that it is compared with, before it leaves the gateway.',
      severity: 'error',
      from: { path: '^subgraphs/crossborder/' },
      to: { path: '^subgraphs/agency/', pathNot: '^subgraphs/agency/records/(formats/|problem[.]ts)' },
    },
    {
      name: 'gateway-imports-crossborder-only',
      comment: 'The gateway asks agencies over HTTP; it must not be able to read their code or their data.',
      severity: 'error',
      from: { path: '^gateway/' },
      to: { path: '^subgraphs/(?!crossborder/)' },
    },
    {
      name: 'nothing-imports-playground',
      severity: 'error',
      from: { pathNot: '^(playground|test)/' },
      to: { path: '^playground/' },
    },
    {
      name: 'nothing-imports-test',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    {
      name: 'end-to-end-tests-import-no-source',
      comment: 'They see what a caller sees; free ports they need as every stack does.',
      severity: 'error',
      from: { path: '^test/(end-to-end|support/end-to-end)/' },
      to: {
        path: '^(terms|gateway|identity|server|subgraphs|commands|workshop|schema)/',
        pathNot: '^workshop/embedded-mongodb/free-ports',
      },
    },
    {
      name: 'oracle-stands-alone',
      comment: 'What the permissions are compared with must not come from them.',
      severity: 'error',
      from: { path: '^test/support/policy/' },
      to: { pathNot: '^test/support/policy/' },
    },
    {
      name: 'oracle-of-operations-stands-alone',
      comment:
        'What joint operations are judged by must not come from them, nor from the world that the model lives in.',
      severity: 'error',
      from: { path: '^test/models/operations/oracle/' },
      to: { pathNot: '^test/models/operations/oracle/' },
    },
    {
      name: 'sdk-knows-no-server',
      comment: 'It is installed without the rest; it has the schema, and the contract over HTTP.',
      severity: 'error',
      from: { path: '^sdk/' },
      to: {
        path: '^(terms|gateway|identity|server|subgraphs|commands|workshop|schema)/',
      },
    },
    {
      name: 'sdk-runs-in-browsers',
      comment: 'Only what generates code, and the scripts of the package, run in Node alone.',
      severity: 'error',
      from: { path: '^sdk/src/', pathNot: '^sdk/src/(codegen|clients)/' },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-peer'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'sdk-clients-need-their-own-library',
      comment: 'Each is for the users of one library, who have it installed; nobody else loads any.',
      severity: 'error',
      from: { path: '^sdk/src/clients/' },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-peer', 'npm-no-pkg'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/(@apollo/client|rxjs|@urql/core|wonka|react)/',
      },
    },
    {
      name: 'sdk-is-whole-without-its-clients',
      severity: 'error',
      from: { path: '^sdk/src/', pathNot: '^sdk/src/clients/' },
      to: { path: '^sdk/src/clients/' },
    },
    {
      name: 'no-server-knows-the-sdk',
      severity: 'error',
      from: { path: '^(terms|schema|gateway|identity|server|subgraphs|commands|workshop)/' },
      to: { path: '^sdk/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-development-dependency-at-run-time',
      severity: 'error',
      from: { path: '^(terms|schema|gateway|identity|server|subgraphs|commands)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolvable',
      comment: '@graphql-typed-document-node/core has types and nothing to run.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^@graphql-typed-document-node/core$' },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // The parser knows no JSX; what the playground may import is checked by test/playground/boundaries.test.ts.
    exclude: { path: '(^|/)dist/|^playground/([.]bundle-[^/]+|bundle)/|[.](tsx|css)$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
  },
};
