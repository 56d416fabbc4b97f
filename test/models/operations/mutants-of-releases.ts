import { type Mutant, without } from '../../mutants/mutant.ts';

const folder = 'subgraphs/agency/records';
const drafts = `${folder}/operations/steps/change-release-drafts.ts`;
const terms = `${folder}/operations/terms-of-release.ts`;
const follow = `${folder}/dossier/releases/operation-releases.ts`;
const settle = 'subgraphs/agency/actions/operations/settle-releases.ts';

/** The rules of releases for an operation, each broken. */
export const mutantsOfReleases: readonly Mutant[] = [
  without(
    'releases are drafted after the end',
    drafts,
    "  if (isOver(operationState(operation, event.at))) return refused('OVER');\n",
    '',
  ),
  without(
    'releases are drafted before anything is agreed',
    drafts,
    "  if (!agreedAt(operation)) return refused('NOT_AGREED');\n",
    '',
  ),
  without(
    'drafts have no number',
    drafts,
    'drafts.length > operationLimits.releaseDrafts',
    'drafts.length < 0',
  ),
  without(
    'a release is proposed that nobody has drafted',
    drafts,
    ": refused('NO_RELEASE_DRAFT')",
    ': withDrafts(releaseDrafts)',
  ),
  without(
    'a draft is not dropped after the end',
    drafts,
    "event.kind === 'DROP_RELEASE' &&",
    "event.kind === 'DROP_RELEASE' && !releaseDrafts &&",
  ),
  without(
    'a draft that was proposed waits on',
    drafts,
    'id !== event.draft;',
    "id !== event.draft || event.kind === 'PROPOSE_RELEASE';",
  ),
  without('a release is for any case', terms, '...(number !== undefined && { case: number }),', ''),
  without('a release outlasts the last day', terms, 'Math.min(endOfDay(last).getTime(), ', 'Math.max('),
  without('a suspension ends releases', settle, "  if (state === 'SUSPENDED') return 'HELD';\n", ''),
  without(
    'a suspension leaves releases open',
    settle,
    "if (state === 'SUSPENDED') return 'HELD';",
    "if (state === 'SUSPENDED') return 'OPEN';",
  ),
  without(
    'an end leaves releases open',
    settle,
    "  if (state !== 'AGREED' && state !== 'ACTIVE') return 'OVER';\n",
    '',
  ),
  without(
    'releases stay open though nothing is heard',
    settle,
    "return heardAt && now.getTime() - heardAt.getTime() < longestSilence ? 'OPEN' : 'HELD';",
    "return 'OPEN';",
  ),
  without(
    'releases stay open a day too long',
    settle,
    'export const longestSilence = 24',
    'export const longestSilence = 48',
  ),
  without(
    'a held release opens something',
    follow,
    "if (releases === 'HELD') return { ...release, isHeld: true };",
    "if (releases === 'HELD') return { ...release };",
  ),
  without(
    'a release does not end with its operation',
    follow,
    "  if (releases === 'OVER') return",
    "  if (releases !== 'OVER' && releases !== 'OPEN' && releases !== 'HELD') return",
  ),
  without(
    'releases for other operations follow',
    follow,
    'release.operation !== id || !goesOn(release, at)',
    '!goesOn(release, at)',
  ),
  without(
    'releases that have ended follow',
    follow,
    'release.operation !== id || !goesOn(release, at)',
    'release.operation !== id',
  ),
  without('a proposal opens something', follow, 'if (!release.grantedAt || (releases', 'if ((releases'),
  without(
    'a release that has ended is looked for on',
    follow,
    'release.operation === id && goesOn(release, now)',
    'release.operation === id',
  ),
  without('nobody is told of the end of a release', follow, 'isOver && grantedAt)', '!isOver && grantedAt)'),
];
