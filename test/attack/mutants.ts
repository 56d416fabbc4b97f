import { type Mutant, without } from '../mutants/mutant.ts';
import { answerMutants } from './mutants/answers.ts';
import { caseMutants } from './mutants/cases.ts';
import { erasingMutants } from './mutants/erasing.ts';
import { erasureMutants } from './mutants/erasure.ts';
import { heavyMutants } from './mutants/heavy.ts';
import { historyMutants } from './mutants/histories.ts';
import { httpMutants } from './mutants/http.ts';
import { jointOperationMutants } from './mutants/joint-operations.ts';
import { linkMutants } from './mutants/links.ts';
import { measureMutants } from './mutants/measures.ts';
import { officerMutants } from './mutants/officers.ts';
import { outageMutants } from './mutants/outages.ts';
import { standstillMutants } from './mutants/standstill.ts';
import { warningMutants } from './mutants/warnings.ts';
import { wordsMutants } from './mutants/words.ts';

const fetchGrant = 'identity/fetch-grant.ts';
const dailyBudget = 'subgraphs/agency/storage/indicators/daily-budget.ts';
const sightingsOf = 'subgraphs/agency/matching/two-key/sightings-of.ts';
const callerLimits = 'gateway/callers/caller-limits.ts';

export const mutants: readonly Mutant[] = [
  ...standstillMutants,
  ...outageMutants,
  ...historyMutants,
  ...caseMutants,
  ...measureMutants,
  ...jointOperationMutants,
  without(
    'tokens for abroad',
    'gateway/abroad/presenting.ts',
    'if (home === audience) return',
    'if (home) return',
  ),
  without(
    'code of a grant',
    fetchGrant,
    'given.length !== expected.length || !timingSafeEqual(given, expected)',
    'given.length !== expected.length || !timingSafeEqual(given, given)',
  ),
  without(
    'caller of a grant',
    fetchGrant,
    'if (claims.caller !== sent.callerHash)',
    'if (claims.caller === sent.callerHash.slice(1))',
  ),
  without(
    'age of a read under a grant',
    fetchGrant,
    'Math.min(iat + lifetime, claims.exp) + clockTolerance <= seconds',
    'claims.exp + clockTolerance <= seconds',
  ),
  without(
    'signature of a grant',
    fetchGrant,
    'const opened = openJws(grant, grantType, (kid) => keys.get(kid));',
    "const opened = { claims: parseJson(grant.split('.')[1] ?? '') };",
  ),
  without(
    'surname of a hit',
    'subgraphs/agency/matching/agreement.ts',
    "if (found[0]?.kind === 'SURNAME' && (",
    'if ((',
  ),
  {
    name: 'case of a search',
    edits: [
      {
        file: 'subgraphs/crossborder/search/why-not-asked.ts',
        from: "if (mandate.case === undefined) return 'NEEDS_CASE';",
        to: '',
      },
      {
        file: 'subgraphs/agency/api/search/demand-case.ts',
        from: 'if (caseNumber !== undefined) return;',
        to: 'if (caseNumber !== null) return;',
      },
    ],
  },
  {
    name: 'budgets',
    edits: ['400', '1_000', '8_000'].map((searches) => ({
      file: 'subgraphs/agency/records/budgets/budget-settings.ts',
      from: `searches: ${searches}, `,
      to: `searches: ${searches}_000, `,
    })),
  },
  without(
    'price of a series',
    'subgraphs/agency/records/budgets/priced-series.ts',
    '{ $lte: [guesses, cheapOfSeries] },',
    '{ $gte: [guesses, 0] },',
  ),
  without(
    'foreign lists',
    'schema/built/russia.graphql',
    '@access(class: OPEN, action: "listDossiers")',
    '@access(class: OPEN)',
  ),
  without(
    'sealed cursors',
    'subgraphs/agency/api/paging/cursors.ts',
    'JSON.stringify([viewer.agency, viewer.subject, purpose',
    'JSON.stringify([purpose',
  ),
  without(
    'steps on what may be read',
    'subgraphs/agency/api/resolvers/release-resolvers.ts',
    "demandReading(context, dossier, [...new Set(['CASE' as const, ...classesOf(dossier, input)])]),",
    'undefined,',
  ),
  {
    // As it was when all that was ever done to a dossier stood in its document, which had an end.
    name: 'room to take away',
    edits: [
      {
        file: 'subgraphs/agency/records/dossier/without-room.ts',
        from: 'if (onlyTakesAway(step)) return undefined;',
        to: "if (onlyTakesAway(step) && step.entry.action !== 'CLOSE') return undefined;",
      },
      {
        file: 'subgraphs/agency/records/dossier/without-room.ts',
        from: '<= fullFrom) return undefined;',
        to: "<= (step.entry.action === 'CLOSE' ? 8_192 : fullFrom)) return undefined;",
      },
    ],
  },
  without(
    'export beside a service',
    'commands/backup/collections.ts',
    '[leasesCollection];',
    '[leasesCollection].slice(1);',
  ),
  without(
    'nested suspects',
    'gateway/limits/nested-suspects-rule.ts',
    'if (inside <= most) return;',
    'if (inside <= most + 10) return;',
  ),
  without('estimate of fetches', 'gateway/limits/operation-limits.ts', 'fetches: 80,', 'fetches: 80_000,'),
  without('pairs of fields', 'gateway/limits/bound-reading.ts', 'demandSmall(size);', ''),
  without('one question of visibility', 'gateway/limits/operation-limits.ts', '  oneVisibilityRule,\n', ''),
  without('document of visibility', 'subgraphs/crossborder/question-of.ts', '  demandSmall(size);\n', ''),
  {
    name: 'cost of reading',
    edits: [
      { file: callerLimits, from: 'this.charge(payer, cost);', to: 'this.charge(payer, cost / 1_000);' },
      { file: 'gateway/limits/bound-reading.ts', from: 'costOfFaults * cost', to: '0' },
    ],
  },
  without(
    'requests at a time',
    callerLimits,
    'if (spending.underWay >= atATime)',
    'if (spending.underWay >= atATime * 100)',
  ),
  without(
    'cost a minute',
    callerLimits,
    'Math.min(cost, this.#options.costAMinute)',
    'Math.min(cost / 1000, this.#options.costAMinute)',
  ),
  without(
    'own reads',
    'subgraphs/agency/api/context/reads.ts',
    'if (dossiers.size + groups.size + requests.size + operations.size === 0 && !searched) return;',
    "if (side === 'own' || (dossiers.size + groups.size + requests.size + operations.size === 0 && !searched)) return;",
  ),
  without(
    'reads of steps',
    'subgraphs/agency/actions/step-of-officer.ts',
    '      records.noteRead?.(kept);\n',
    '',
  ),
  without(
    'one entry a request',
    'subgraphs/agency/records/reads/read-entry.ts',
    ".slice(0, 3).join('-')",
    ".join('-')",
  ),
  without(
    'name of a request',
    'subgraphs/agency/records/reads/read-entry.ts',
    'requestKey}-$',
    'requestKey.replace(/[^-]/g, "0")}-$',
  ),
  without(
    'own keys',
    'workshop/scripts/development/own-settings.ts',
    '.filter(([name]) => !foreign.includes(name))',
    '.filter(([name]) => foreign.includes(name) || name !== "")',
  ),
  without(
    'port of metrics',
    'server/create-http-server.ts',
    "app.get('/health/live', async () => live);",
    "app.get('/health/live', async () => live); app.get('/metrics', () => registry.metrics());",
  ),
  {
    name: 'suspension',
    edits: [
      {
        file: 'gateway/callers/signed-out.ts',
        from: 'return suspended.has(result.viewer)',
        to: "return suspended.has({ ...result.viewer, subject: '' })",
      },
      {
        file: 'identity/authenticate-fetch.ts',
        from: 'if (suspended.has(viewer))',
        to: "if (suspended.has({ ...viewer, subject: '' }))",
      },
    ],
  },
  without(
    'second officer of a suspension',
    'subgraphs/agency/storage/stores/suspension-store.ts',
    "if (ordered.some(({ by }) => by === reinstated.by)) return { refused: 'SAME_OFFICER' };",
    '',
  ),
  without(
    'countersignature',
    'subgraphs/agency/records/values/dossier-input.ts',
    '.enum(narrowCodes)',
    ".enum(['ORIGINATOR_ONLY', 'ON_RELEASE', 'SHAREABLE'])",
  ),
  without(
    'countersignature of values',
    'subgraphs/agency/records/dossier/countersigning/seen-abroad.ts',
    '(marks.unsigned === undefined || (',
    '(marks.unsigned !== null || (',
  ),
  without(
    'classes of a countersignature',
    'subgraphs/agency/records/dossier/countersigning/signing.ts',
    '  if (!classes.includes(classOfLocated({ field, value }))) return false;\n',
    '',
  ),
  {
    // What is beyond the budget waits from the start, and would not be admitted later.
    name: 'budget of identifiers',
    edits: [
      {
        file: 'subgraphs/agency/records/indicators/budget-of-day.ts',
        from: 'slots >= this.#perDay',
        to: 'slots >= this.#perDay * 100',
      },
      {
        file: 'subgraphs/agency/records/indicators/place-of-day.ts',
        from: 'if (later === 0) return placed;',
        to: 'if (later >= 0) return placed;',
      },
    ],
  },
  without('runs of numbers', dailyBudget, 'if (length >= shortestRun)', 'if (length >= shortestRun * 10)'),
  without(
    'dark identifiers: for its owner alone',
    sightingsOf,
    'if (obstacleAbroad(dossier)) return [];',
    '',
  ),
  without(
    'dark identifiers: of a person who was cleared',
    sightingsOf,
    'if (obstacleAbroad(dossier)) return [];',
    "if (dossier.handlingCode === 'ORIGINATOR_ONLY') return [];",
  ),
  without(
    'dark identifiers: contested',
    sightingsOf,
    'if ((contested && !comparedUntil) || unsigned || ',
    'if (unsigned || ',
  ),
  without('dark identifiers: as spoofed', sightingsOf, "use === 'OFFENDER'", "use !== 'VICTIM'"),
  without('dark identifiers: as a victim’s', sightingsOf, "use === 'OFFENDER'", "use !== 'SPOOFED'"),
  without(
    'readers of alerts',
    'subgraphs/agency/api/alerts/known-alert.ts',
    "return known === 'ALL' || known === caseNumber;",
    "return known === 'ALL' || caseNumber !== '';",
  ),
  without(
    'teller of a token',
    'subgraphs/agency/matching/two-key/indicator-token-of.ts',
    'tokenUnder([domain, epoch, teller], element)',
    'tokenUnder([domain, epoch, teller.slice(99)], element)',
  ),
  without(
    'names of an ended alert',
    'subgraphs/agency/actions/receive/indicator-effects.ts',
    'await alerts.of({ theirs: [data.theirs] })).filter(\n          ({ alert, own: name }) => alert.other === from && name === data.yours,',
    'await alerts.of({ own: data.yours })).filter(\n          ({ alert }) => alert.other === from,',
  ),
  without(
    'countersignature of groups',
    'subgraphs/agency/records/group/amend-group.ts',
    'contested: false, unsigned: { by, at } };',
    'contested: false };',
  ),
  without(
    'amended groups',
    'subgraphs/agency/records/group/group-abroad.ts',
    'return vouched && { ...group, ...vouched };',
    'return vouched && undefined;',
  ),
  ...httpMutants,
  ...heavyMutants,
  ...officerMutants,
  ...wordsMutants,
  ...linkMutants,
  ...answerMutants,
  ...warningMutants,
  ...erasingMutants,
  ...erasureMutants,
];
