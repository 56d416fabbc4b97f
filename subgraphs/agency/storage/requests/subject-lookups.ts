import type { Model } from 'mongoose';
import type { Agency } from '../../../../terms/agencies.ts';
import { ownerOf } from '../../../../terms/agencies.ts';
import type { SearchCriteria } from '../../../../terms/search-exchange.ts';
import { alertReference } from '../../records/alerts/alert-reference.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import type { OwnLinkDecision } from '../../records/dossier/link.ts';
import { linkAt } from '../../records/dossier/links/link-at.ts';
import { obstacleAbroad } from '../../records/dossier/obstacle-abroad.ts';
import type { HitRecord } from '../../records/hits/hit-record.ts';
import { inRecordersTurn } from '../../records/in-turn.ts';
import type { IndicatorRecord } from '../../records/indicators/indicator-record.ts';
import type { SightingRecord } from '../../records/indicators/sighting.ts';
import type { FoundSubject } from '../../records/requests/received-request.ts';
import type { RequestContent } from '../../records/requests/request-record.ts';
import { indicatorOfStore } from '../indicators/stored-bytes.ts';
import type { KnownAs } from '../stores/link-lookups.ts';

/** Finds the dossier that another agency's request is about. */
export type FindSubject = (
  asker: Agency,
  content: Pick<RequestContent, 'subject' | 'case'>,
  at: Date,
) => Promise<FoundSubject>;

/** Finds the dossiers that are likely of a person of whom this is known, the likeliest first. */
export type FindKnown = (
  asker: Agency,
  asked: { criteria: SearchCriteria; case: string },
  at: Date,
) => Promise<string[]>;

type Subject = Pick<DossierRecord, '_id' | 'handlingCode' | 'status' | 'links'>;

/** The most other dossiers that a request is about too. */
export const mostOthers = 100;

/** More than one officer can record of an identifier in a day. */
const mostHolding = 5_000;

type Models = {
  dossiers: Model<DossierRecord>;
  hits: Model<HitRecord>;
  sightings: Model<SightingRecord>;
  indicators: Model<IndicatorRecord>;
};

/** The other dossiers that hold what a warning is of, in whatever case: the reference alone leads to one of them. */
async function othersWarnedOf(
  own: Agency,
  { dossiers, sightings, indicators }: Models,
  reference: string,
  dossier: string,
): Promise<string[]> {
  const ofDossier = { _id: { $gte: `${dossier} `, $lt: `${dossier}!` } };
  const held = await sightings.find(ofDossier, { indicator: 1 }).lean<Pick<SightingRecord, 'indicator'>[]>();
  const tokens = await indicators
    .find({ indicator: { $in: held.map(({ indicator }) => indicator) } })
    .lean<IndicatorRecord[]>();
  const named = tokens
    .map(indicatorOfStore)
    .find(
      ({ element, formerReference }) =>
        formerReference === reference || (element && alertReference(element, own) === reference),
    );
  if (named?.indicator === undefined) return [];
  const holding = await sightings
    .find({ indicator: named.indicator, dossier: { $ne: dossier } }, { dossier: 1, recorder: 1 })
    .limit(mostHolding)
    .lean<Pick<SightingRecord, 'dossier' | 'recorder'>[]>();
  const some = inRecordersTurn(
    holding.map((each) => ({ dossier: each.dossier, recorder: each.recorder ?? '' })),
    mostOthers,
  );
  const found = await dossiers
    .find({ _id: { $in: some.map((each) => each.dossier) } }, { handlingCode: 1, status: 1, links: 1 })
    .lean<Subject[]>();
  return found.filter((each) => !obstacleAbroad(each)).map(({ _id }) => _id);
}

/** Tells if a decision stands, or stood until what it rests on was changed, and waits for its review since: an older one than its end was. */
const isDecided = ({ decision, decidedAt, proposal }: OwnLinkDecision): boolean =>
  decision !== 'NONE' ||
  (proposal?.needsReview === true && decidedAt !== undefined && proposal.proposedAt < decidedAt);

/**
 * The subject of a request among an agency's own dossiers. A dossier that is for its owner alone, or of a cleared person, is not found.
 * The asking agency holds it already by a hit that is in force and for its case. It holds a dossier that it names by its id if every agency may
 * see that, or while this agency's decision on a link with one of the asker's stands. Whoever asks by criteria holds nothing.
 */
export function subjectLookups(
  own: Agency,
  models: Models,
  { dossierKnownAs }: Pick<KnownAs, 'dossierKnownAs'>,
  findKnown: FindKnown,
): FindSubject {
  const { dossiers, hits } = models;
  const read = (id: string) =>
    dossiers.findOne({ _id: id }, { handlingCode: 1, status: 1, links: 1 }).lean<Subject>();
  const none: FoundSubject = { isHeld: false };
  /** The dossiers of a person who is described: several may be, and whoever records a likeness of one takes no request from it. */
  async function describedBy(
    asker: Agency,
    asked: { criteria: SearchCriteria; case: string },
    at: Date,
  ): Promise<FoundSubject> {
    const [dossier, ...others] = await findKnown(asker, asked, at);
    if (dossier === undefined) return none;
    return { dossier, isHeld: false, ...(others.length > 0 && { others }) };
  }

  return async (asker, { subject, case: caseNumber }, at) => {
    if ('criteria' in subject)
      return describedBy(asker, { criteria: subject.criteria, case: caseNumber }, at);
    const id = 'dossier' in subject ? subject.dossier : await dossierKnownAs(subject.reference, asker);
    if (id === undefined || ownerOf(id) !== own) return none;
    const dossier = await read(id);
    const told = dossier && !obstacleAbroad(dossier) ? dossier : undefined;
    // Whether the one that a reference was given for is hidden says nothing of the others that hold the same.
    const others = 'reference' in subject ? await othersWarnedOf(own, models, subject.reference, id) : [];
    if (!told && others.length === 0) return none;
    // A link that the asking agency alone has told of is its own word for it, and one that was withdrawn says nothing any more. One that waits
    // for its review was decided on, and the asking agency goes by it.
    const links = (told?.links ?? [])
      .map((link) => linkAt(link, at))
      .filter(({ agency, ended, own }) => agency === asker && ended === undefined && isDecided(own));
    if ('dossier' in subject) {
      const isKnown = links.some(({ isKnownById }) => isKnownById) || told?.handlingCode === 'SHAREABLE';
      return { dossier: id, isHeld: isKnown };
    }
    const { reference } = subject;
    const hit = await hits.findOne({ _id: reference }).lean<HitRecord>();
    const isInForce = hit?.to === asker && hit.until > at && (hit.case ?? caseNumber) === caseNumber;
    const isHeld = isInForce || links.some(({ knownAs }) => knownAs?.includes(reference));
    const [first = id, ...rest] = told ? [id, ...others] : others;
    return { dossier: first, isHeld, ...(rest.length > 0 && { others: rest }) };
  };
}
