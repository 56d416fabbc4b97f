/** One rule of the search, broken in the text of the source, and the tests of which one at least must notice. */
export interface Mutant {
  name: string;
  file: string;
  from: string;
  to: string;
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

export const mutants: readonly Mutant[] = [
  {
    name: 'one kind is enough abroad',
    file: 'terms/search-exchange.ts',
    from: 'fewestKindsAbroad = 2',
    to: 'fewestKindsAbroad = 1',
    tests: ofSearch,
  },
  {
    name: 'sex is a kind',
    file: 'terms/search-exchange.ts',
    from: "kind !== 'SEX'",
    to: 'kind.length > 0',
    tests: ofSearch,
  },
  {
    name: 'an ORIGINATOR_ONLY dossier is a hit',
    file: byRecord,
    from: "{ $in: ['SHAREABLE', 'ON_RELEASE'] }",
    to: "{ $in: ['SHAREABLE', 'ON_RELEASE', 'ORIGINATOR_ONLY'] }",
    tests: ofSearch,
  },
  {
    name: 'a cleared person is a hit',
    file: byRecord,
    from: "'ON_RELEASE'] }, 'status.stage': { $nin: clearingStages } }",
    to: "'ON_RELEASE'] } }",
    tests: ofSearch,
  },
  {
    name: 'what the search may meet is what exists',
    file: 'subgraphs/agency/api/context/visible-dossiers.ts',
    from: 'leadsToHits(of) ? permissions.searchGate',
    to: 'leadsToHits(of) ? permissions.filterOf(of)',
    tests: ofSearch,
  },
  {
    name: 'nothing that may be met may be seen',
    file: 'subgraphs/agency/permissions/permissions.ts',
    from: 'return passes(dossier);',
    to: 'return passes === undefined;',
    tests: ofSearch,
  },
  {
    name: 'a hit needs no band',
    file: finding,
    from: 'const { band, agreed } = agreement(record, counts);',
    to: "const { band = 'POSSIBLE', agreed } = agreement(record, counts);",
    tests: ofFinding,
  },
  {
    name: 'the record does not decide what counts',
    file: finding,
    from: "(of) => decide(of, record) === 'ALLOW'",
    to: "(of) => decide(of, record) !== 'ROLE'",
    tests: ofSearch,
  },
  {
    name: 'what is denied counts for a hit',
    file: finding,
    from: "verdicts.of[of] !== 'DENY'",
    to: 'verdicts.of[of] !== undefined',
    tests: ofCandidates,
  },
  {
    name: 'a number that may not be read counts for a hit',
    file: finding,
    from: "of === 'IDENTITY' ? verdicts",
    to: "of !== 'OPEN' ? verdicts",
    tests: ofSearch,
  },
  {
    name: 'a hit needs no surname',
    file: agreement,
    from: "found[0]?.kind === 'SURNAME' && (",
    to: '(',
    tests: ofAgreement,
  },
  {
    name: 'another agency is asked without a case',
    file: 'subgraphs/crossborder/search/why-not-asked.ts',
    from: 'mandate.case === undefined',
    to: "mandate.case === ''",
    tests: ofSearch,
  },
  {
    name: 'candidates need no case',
    file: 'subgraphs/agency/api/search/demand-case.ts',
    from: 'number !== undefined',
    to: "number !== ''",
    tests: ofCandidates,
  },
  {
    name: 'a linked dossier is a hit too',
    file: finding,
    from: 'if (isOwn || isLinked)',
    to: 'if (isOwn || (isLinked && isOwn))',
    tests: ofSearch,
  },
  {
    name: 'what is withheld leads to a dossier',
    file: finding,
    from: 'if (isDossierWanted && finds(record, readable))',
    to: 'if (isDossierWanted)',
    tests: ofFinding,
  },
  {
    name: 'no receipts for criteria',
    file: 'subgraphs/agency/api/search/search-records.ts',
    from: '    if (isDenied(of))\n',
    to: '    if (isDenied(of) && classOfCriterion === undefined)\n',
    tests: ofSearch,
  },
  {
    name: 'candidates need no band',
    file: candidateFindings,
    from: 'needsBand: true',
    to: 'needsBand: false',
    tests: ofCandidates,
  },
  {
    name: 'what people have decided is a candidate',
    file: candidates,
    from: '(record) => isDecided(record, namesIn(record)),',
    to: '(record) => isDecided(record, namesIn(record)) && id === undefined,',
    tests: ofCandidates,
  },
  {
    name: 'an ORIGINATOR_ONLY dossier is compared',
    file: tokensToCompare,
    from: "dossier.handlingCode === 'ORIGINATOR_ONLY'\n",
    to: 'dossier.handlingCode === undefined\n',
    tests: 'permissions/match-tokens',
  },
  {
    name: 'all classes of a dossier are compared',
    file: tokensToCompare,
    from: "permissions.decide(of, dossier) === 'ALLOW'",
    to: 'permissions.decide(of, dossier) !== undefined',
    tests: 'permissions/match-tokens',
  },
  {
    name: 'nobody counts the searches of a request',
    file: 'subgraphs/agency/api/context/reads.ts',
    from: 'if (hasSearched) {',
    to: 'if (hasSearched && searched === null) {',
    tests: ofCandidates,
  },
  {
    name: 'a cursor is of no case',
    file: cursor,
    from: 'purpose, legalBasis, named, searchHash]',
    to: 'purpose, legalBasis, searchHash]',
    tests: ofPages,
  },
  {
    name: 'a cursor is of no viewer',
    file: cursor,
    from: '[viewer.agency, viewer.subject, purpose',
    to: '[viewer.agency, purpose',
    tests: ofPages,
  },
  {
    name: 'a reference is of no case',
    file: 'subgraphs/agency/records/hits/hit-record.ts',
    from: 'case: number = ',
    to: 'case: _number, number = ',
    tests: ofHits,
  },
  {
    name: 'the same search again is near itself',
    file: 'subgraphs/agency/api/search/near-searches.ts',
    from: '[...other].sort().join() !== same',
    to: 'other.length > 0',
    tests: ofHits,
  },
  {
    name: 'a surname in the place of a given name is tried beside any word',
    file: agreement,
    from: 'isGiven || !isExchanged',
    to: 'isGiven || found.length > 0',
    tests: 'permissions/guessing-dates',
  },
  {
    name: 'what another budget refused was tried',
    file: 'subgraphs/agency/storage/stores/budget-store.ts',
    from: ', series: { by: hold } }',
    to: ' }',
    tests: 'agency/records/budgets/series',
  },
];
