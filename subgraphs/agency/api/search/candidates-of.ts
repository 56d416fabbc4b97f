import type { GraphQLResolveInfo } from 'graphql';
import { callerError } from '../../../../server/errors.ts';
import { type Agency, ownerOf } from '../../../../terms/agencies.ts';
import type { EvidenceKind } from '../../../../terms/enums.ts';
import { areTooMany, comparedValues, mostOfKind } from '../../matching/compared-values.ts';
import type { Features } from '../../matching/features.ts';
import { keyInForm, type Token, tokenOf, tokenOfHit } from '../../matching/tokens.ts';
import { readTravellingTokens } from '../../matching/travelling-tokens.ts';
import { priceOf } from '../../records/budgets/price-of.ts';
import type { DossierPart } from '../../records/dossier/dossier-part.ts';
import type { Link } from '../../records/dossier/link.ts';
import { linksOf, type Names } from '../../records/dossier/links/link-names.ts';
import type { RequestContext } from '../context/request-context.ts';
import { sealEvidence } from '../resolvers/link-evidence.ts';
import { candidateFindings } from './candidate-findings.ts';
import { demandCase } from './demand-case.ts';
import { type Match, matchesOf } from './matches-of.ts';
import { mostNear } from './near-searches.ts';
import { isDifferent } from './tokens-to-compare.ts';
import { triedIn } from './tried-in.ts';

/** Another agency's dossier as the gateway represents it here. */
export interface ForeignDossier {
  id: string;
  matchTokens?: string | null;
}

/** A candidate as the viewer is told of it, and the same sealed if they may decide on it. */
export type SealedCandidate = Match & { sealed?: string };

const mostCandidates = 20;

/** The kinds of evidence that tokens stand for, without their content. */
function kindsIn<Token>({
  names,
  births,
  sex,
  birthPlace,
  nationalIds,
  passports,
  shared,
}: Features<Token>): EvidenceKind[] {
  const named = (part: 'surname' | 'givenName' | 'patronymic') => names.some((name) => name[part]);
  const kinds: readonly (readonly [EvidenceKind, boolean])[] = [
    ['NATIONAL_ID', nationalIds.length > 0],
    ['PASSPORT', passports.length > 0],
    ['BIRTH_DATE', births.length > 0],
    ['SURNAME', named('surname')],
    ['GIVEN_NAME', named('givenName')],
    ['PATRONYMIC', named('patronymic')],
    ['BIRTH_PLACE', birthPlace.length > 0],
    ['SEX', sex !== undefined],
  ];
  const ofPerson = kinds.flatMap(([kind, isThere]) => (isThere ? [kind] : []));
  return [...new Set([...ofPerson, ...shared.map(({ kind }) => kind)])];
}

/**
 * False for a link that another agency alone tells of by the dossier's id: were its hit left out for that, it would tell that the id is one.
 */
const isAnswered = ({ own, references = [] }: Link): boolean =>
  own.decision !== 'NONE' || references.length > 0;

/**
 * True when officers have decided on the pair, or when the record already has its person in the other agency.
 * @param foreign the other dossier, and its hits that are of a pair which was decided to be different
 */
function isDecided({ links = [], samePersonAs = [], handlingCode }: DossierPart, foreign: Names): boolean {
  const isJoined = samePersonAs.some((id) => ownerOf(id) === foreign.agency);
  return (
    isJoined ||
    linksOf(links, foreign).some(
      (link) => isDifferent(link) && (handlingCode === 'SHAREABLE' || isAnswered(link)),
    )
  );
}

/**
 * Takes a comparison from the owner's budgets: each value that is compared for the first time is a search of its own, one that
 * was changed since is near those before it, and each surname that it is compared beside counts. What was compared is remembered once it was paid for, and before anything is looked up.
 * @returns how many candidates may be told
 * @throws QUOTA_SPENT
 */
async function takeComparison(
  id: string,
  sought: Features<Token>,
  { matchKeys, now, reads, spending, stores }: RequestContext,
): Promise<number> {
  const dossier = String(tokenOf(matchKeys.current, 'compared', `dossier ${id}`));
  const values = comparedValues(matchKeys.current, sought);
  const before = await stores.comparisons.before(dossier);
  const known = new Set(before?.values);
  const fresh = values.filter(({ token }) => !known.has(token));
  const changes = before ? fresh.length : 0;
  const near = changes > 0 ? Math.min(mostNear, changes + (before?.changes ?? 0)) : 0;
  reads.noteNear(near);
  const questions = fresh.reduce((total, value) => total + value.questions, 0);
  const searches = priceOf(Math.max(1, questions), near);
  const series = triedIn(matchKeys.current, sought);
  const taken = await spending.search({ searches, near: changes, series }, mostCandidates);
  if ('refusal' in taken) throw taken.refusal;
  reads.noteNear(Math.max(near, taken.nearest));
  await stores.comparisons.remember(dossier, { values: fresh.map(({ token }) => token), changes }, now);
  return taken.most;
}

/** This agency's records that may be of the person of another agency's dossier, as far as the viewer may know of them. */
export async function candidatesOf(
  { id, matchTokens }: ForeignDossier,
  context: RequestContext,
  info: Pick<GraphQLResolveInfo, 'parentType' | 'fieldName'>,
): Promise<SealedCandidate[] | null> {
  const { matchKeys, permissions, reads } = context;
  const { verdicts, withheld } = permissions;
  const isAbroad = verdicts.side === 'foreign';
  if (verdicts.of.OPEN === 'DENY') {
    // Or that nothing was compared would look as if nothing had been found.
    withheld.note(
      { coordinate: `${info.parentType.name}.${info.fieldName}`, class: 'OPEN' },
      verdicts.reasons.OPEN ?? 'ROLE',
    );
    return null;
  }
  demandCase(context.mandate, 'A comparison with the records of another agency');
  if (matchTokens == null) return null;
  const sent = readTravellingTokens(matchTokens);
  const keys = matchKeys.all.filter((key) => sent[keyInForm(key)]);
  const [key] = keys;
  const ofKey = key && sent[keyInForm(key)];
  const sought = ofKey?.features;
  if (!key || !sought) {
    throw callerError('UNAVAILABLE', 'The agencies are changing their match keys. Try again later.');
  }
  reads.noteSearch(kindsIn(sought), [tokenOf(matchKeys.current, 'criterion', `dossier ${id}`)]);
  if (areTooMany(sought)) {
    throw callerError('BAD_USER_INPUT', `At most ${mostOfKind} values of a kind are compared at a time.`);
  }
  const most = isAbroad ? await takeComparison(id, sought, context) : mostCandidates;
  const tokens = keys.flatMap((each) => sent[keyInForm(each)]?.tokens ?? []);
  const different = new Set(ofKey?.different);
  const agency = ownerOf(id) as Agency;
  const namesIn = ({ links = [] }: DossierPart): Names => ({
    agency,
    dossier: id,
    references: links
      .flatMap(({ references = [] }) => references)
      .filter((reference) => different.has(tokenOfHit(key, reference))),
  });
  const findings = await candidateFindings(
    { key, features: sought, tokens: ofKey.tokens, under: { keys, tokens } },
    most,
    (record) => isDecided(record, namesIn(record)),
    context,
  );
  const { matches } = await matchesOf(findings.all(), most, context);
  const version = ofKey?.version;
  const { agency: to } = context.viewer;
  // What an agency's own officers were told of its own dossier is what they may decide on.
  if (to !== agency || version === undefined) return matches;
  const sealing = matches.map(async (match) => {
    const foreign = 'hit' in match ? match.hit.reference : match.dossier;
    const kinds = match.evidence.map(({ kind, outcome }) => ({ kind, outcome }));
    const at = context.now.toISOString();
    const comparison = { dossier: id, version, foreign, band: match.band, kinds, to, at };
    return { ...match, sealed: await sealEvidence(matchKeys, comparison) };
  });
  return Promise.all(sealing);
}
