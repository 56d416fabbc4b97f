import { type Mutant, without } from '../../mutants/mutant.ts';

/** A rule of the search, broken, and the tests of which one at least must notice. */
export interface SearchMutant extends Mutant {
  tests: string;
}

const finding = 'subgraphs/agency/api/search/finding-of.ts';
const agreement = 'subgraphs/agency/matching/agreement.ts';
const byRecord = 'subgraphs/agency/permissions/by-record.ts';
const candidates = 'subgraphs/agency/api/search/candidates-of.ts';
const candidateFindings = 'subgraphs/agency/api/search/candidate-findings.ts';
const tokensToCompare = 'subgraphs/agency/api/search/tokens-to-compare.ts';
const cursor = 'subgraphs/crossborder/search/seal-cursor.ts';
const ofSearch = 'permissions/search.integration';
const ofCandidates = 'permissions/candidates';
const ofPages = 'permissions/search-pages';
const ofHits = 'permissions/hits';
const ofFinding = 'api/search/finding-of';
const ofAgreement = 'matching/agreement';

const broken = (tests: string, ...rule: Parameters<typeof without>): SearchMutant => ({
  ...without(...rule),
  tests,
});

/** The rules of the search, each broken. */
export const mutants: readonly SearchMutant[] = [
  broken(
    ofSearch,
    'one kind is enough abroad',
    'terms/search-exchange.ts',
    'fewestKindsAbroad = 2',
    'fewestKindsAbroad = 1',
  ),
  broken(ofSearch, 'sex is a kind', 'terms/search-exchange.ts', "kind !== 'SEX'", 'kind.length > 0'),
  broken(
    ofSearch,
    'an ORIGINATOR_ONLY dossier is a hit',
    byRecord,
    "{ $in: ['SHAREABLE', 'ON_RELEASE'] }",
    "{ $in: ['SHAREABLE', 'ON_RELEASE', 'ORIGINATOR_ONLY'] }",
  ),
  broken(
    ofSearch,
    'a cleared person is a hit',
    byRecord,
    "'ON_RELEASE'] }, 'status.stage': { $nin: clearingStages } }",
    "'ON_RELEASE'] } }",
  ),
  broken(
    ofSearch,
    'what the search may meet is what exists',
    'subgraphs/agency/api/context/visible-dossiers.ts',
    'leadsToHits(of) ? permissions.searchGate',
    'leadsToHits(of) ? permissions.filterOf(of)',
  ),
  broken(
    ofSearch,
    'nothing that may be met may be seen',
    'subgraphs/agency/permissions/permissions.ts',
    'return passes(dossier);',
    'return passes === undefined;',
  ),
  broken(
    ofFinding,
    'a hit needs no band',
    finding,
    'const { band, agreed } = agreement(record, counts);',
    "const { band = 'POSSIBLE', agreed } = agreement(record, counts);",
  ),
  broken(
    ofSearch,
    'the record does not decide what counts',
    finding,
    "(of) => decide(of, record) === 'ALLOW'",
    "(of) => decide(of, record) !== 'ROLE'",
  ),
  broken(
    ofCandidates,
    'what is denied counts for a hit',
    finding,
    "verdicts.of[of] !== 'DENY'",
    'verdicts.of[of] !== undefined',
  ),
  broken(
    ofSearch,
    'a number that may not be read counts for a hit',
    finding,
    "of === 'IDENTITY' ? verdicts",
    "of !== 'OPEN' ? verdicts",
  ),
  broken(ofAgreement, 'a hit needs no surname', agreement, "found[0]?.kind === 'SURNAME' && (", '('),
  broken(
    ofSearch,
    'another agency is asked without a case',
    'subgraphs/crossborder/search/why-not-asked.ts',
    'mandate.case === undefined',
    "mandate.case === ''",
  ),
  broken(
    ofCandidates,
    'candidates need no case',
    'subgraphs/agency/api/search/demand-case.ts',
    'caseNumber !== undefined',
    "caseNumber !== ''",
  ),
  broken(
    ofSearch,
    'a linked dossier is a hit too',
    finding,
    'if (isOwn || isLinked)',
    'if (isOwn || (isLinked && isOwn))',
  ),
  broken(
    ofFinding,
    'what is withheld leads to a dossier',
    finding,
    'if (isDossierWanted && finds(record, readable))',
    'if (isDossierWanted)',
  ),
  broken(
    ofSearch,
    'no receipts for criteria',
    'subgraphs/agency/api/search/search-records.ts',
    '    if (isDenied(of))\n',
    '    if (isDenied(of) && classOfCriterion === undefined)\n',
  ),
  broken(ofCandidates, 'candidates need no band', candidateFindings, 'needsBand: true', 'needsBand: false'),
  broken(
    ofCandidates,
    'what people have decided is a candidate',
    candidates,
    '(record) => isDecided(record, namesIn(record)),',
    '(record) => isDecided(record, namesIn(record)) && id === undefined,',
  ),
  broken(
    'permissions/match-tokens',
    'an ORIGINATOR_ONLY dossier is compared',
    tokensToCompare,
    ' || obstacleAbroad({ handlingCode, status })',
    '',
  ),
  broken(
    'permissions/match-tokens',
    'all classes of a dossier are compared',
    tokensToCompare,
    "permissions.decide(of, dossier) === 'ALLOW'",
    'permissions.decide(of, dossier) !== undefined',
  ),
  broken(
    ofCandidates,
    'nobody counts the searches of a request',
    'subgraphs/agency/api/context/reads.ts',
    'if (hasSearched) {',
    'if (hasSearched && searched === null) {',
  ),
  broken(
    ofPages,
    'a cursor is of no case',
    cursor,
    'purpose, legalBasis, named, searchHash]',
    'purpose, legalBasis, searchHash]',
  ),
  broken(
    ofPages,
    'a cursor is of no viewer',
    cursor,
    '[viewer.agency, viewer.subject, purpose',
    '[viewer.agency, purpose',
  ),
  broken(
    ofHits,
    'a reference is of no case',
    'subgraphs/agency/records/hits/hit-record.ts',
    'case: caseNumber = ',
    'case: _caseNumber, caseNumber = ',
  ),
  broken(
    ofHits,
    'the same search again is near itself',
    'subgraphs/agency/api/search/near-searches.ts',
    '[...other].sort().join() !== same',
    'other.length > 0',
  ),
  broken(
    'permissions/guessing-dates',
    'a surname in the place of a given name is tried beside any word',
    agreement,
    'isGiven || !isExchanged',
    'isGiven || found.length > 0',
  ),
  broken(
    'agency/records/budgets/series',
    'what another budget refused was tried',
    'subgraphs/agency/storage/stores/budget-store.ts',
    ', series: { by: hold } }',
    ' }',
  ),
];
