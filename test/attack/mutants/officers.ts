import { type Mutant, without } from '../../mutants/mutant.ts';

/** What tells officers apart, and says of them what they have read. */
export const officerMutants: readonly Mutant[] = [
  without(
    'capitals of a subject',
    'identity/issuer-settings.ts',
    ".default('ignoring-case')",
    ".default('exact')",
  ),
  without(
    'subjects that can be seen',
    'identity/caller-token.ts',
    'if (!isSubject(payload.sub))',
    "if (payload.sub === ' ')",
  ),
  without(
    'documents of a token',
    'gateway/playground/serve-playground.ts',
    '!knownDocumentsOnly && viewer',
    'viewer',
  ),
  without(
    // As it was when they were counted first, and written then.
    'suspensions in a day',
    'subgraphs/agency/storage/stores/suspension-store.ts',
    "(await days.count(suspended, 'suspended', 1, session)) > mostADay",
    "(await days.counted(suspended, 'suspended')) >= mostADay",
  ),
  without(
    'reinstated in a day',
    'subgraphs/agency/storage/stores/suspension-store.ts',
    "undone && (await days.count(reinstated, 'reinstated', 1, session)) > mostADay",
    "undone && (await days.count(reinstated, 'reinstated', 1, session)) > 2_000",
  ),
  without(
    // As it was when a name with a blank was no name here.
    'suspension of whoever may ask',
    'subgraphs/agency/api/resolvers/suspension-resolvers.ts',
    'return isSubject(subject) ?',
    "return isSubject(subject) && !subject.includes(' ') ?",
  ),
  without(
    'words of a suspension',
    'subgraphs/agency/records/suspensions/suspension-messages.ts',
    'officer: officerDigest({ agency: own, subject })',
    'officer: subject',
  ),
  without(
    'reads of what is told',
    'subgraphs/agency/api/resolvers/node-resolvers.ts',
    'context.loaders.found.load({ id: named.dossier',
    'context.loaders.dossier.load({ id: named.dossier',
  ),
];
