import { type Agency, ownerOf } from '../../../../terms/agencies.ts';
import { type Arrival, type Effects, effectOf } from '../../channel/in/effects.ts';
import type { ApplyResult } from '../../channel/stores/inbox.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import {
  type LinkDecidedData,
  linkDecided,
  linkDecidedData,
} from '../../records/dossier/links/link-messages.ts';
import { linksOf } from '../../records/dossier/links/link-names.ts';
import { type Told, type ToldRefusal, toldOf } from '../../records/dossier/links/told-of.ts';
import { isCleared } from '../../records/values/status.ts';
import { Contended } from '../../storage/driver-errors/contended.ts';
import type { NoticeBook } from '../../storage/notices/notice-book.ts';
import type { KnownAs } from '../../storage/stores/link-lookups.ts';
import { bySystem, changeLinks, type LinkWrites } from '../change-links.ts';
import type { EndLinks } from './notice-effects.ts';

/**
 * Applies to one dossier a message about a pair.
 * @throws Contended, after which the same can be told again
 */
export async function tellLink(
  writes: LinkWrites,
  id: string,
  told: Told,
  { key, now }: Pick<Arrival<unknown>, 'key' | 'now'>,
): Promise<ToldRefusal | 'THIRD_PERSON' | undefined> {
  const done = await changeLinks<ToldRefusal>(
    writes,
    id,
    bySystem('channel', key, now),
    'TELL_LINK',
    // A cleared person’s dossier is shown to nobody abroad, and nothing is proposed of it any more.
    (dossier) => (isCleared(dossier) && !told.hasEnded ? undefined : toldOf(dossier, told, now)),
  );
  if (done === 'CONTENDED')
    throw new Contended('a dossier was written each time that a link was about to be');
  return done === 'DONE' || done === 'NOTHING' ? undefined : done;
}

/** Ends the links with a dossier of another agency that is no longer there. */
export const endedAbroad =
  (writes: LinkWrites, known: Pick<KnownAs, 'linkedWith'>): EndLinks =>
  async (dossier, arrival) => {
    const { from, number } = arrival;
    for await (const id of known.linkedWith(dossier)) {
      const about = { dossier: id };
      const told = { from, number, about, dossier, decision: 'NONE', hasEnded: true } as const;
      await tellLink(writes, id, told, arrival);
    }
  };

/** True if another agency has told of the end of its dossier, which this one knew as one of a pair. */
const hasEndedHere = ({ links }: Pick<DossierRecord, 'links'>, agency: Agency, dossier: string): boolean =>
  linksOf(links, { agency, dossier }).some(({ ended }) => ended !== undefined);

/** Applies another agency's messages on links to the dossiers that they are about. */
export function linkEffects(writes: LinkWrites, known: KnownAs, book: NoticeBook): Effects {
  const apply = async (arrival: Arrival<LinkDecidedData>): Promise<ApplyResult> => {
    const { data, from, number, key, at, now } = arrival;
    const { about, dossier: foreign, decision, decidedAt, ...rest } = data;
    if (foreign !== undefined && ownerOf(foreign) !== from) return { parked: 'NOT_ITS_DOSSIER' };
    const id = 'dossier' in about ? about.dossier : await known.dossierKnownAs(about.reference, from);
    // By a warning's reference an agency may decide a round of comparing before it is known here.
    if (id === undefined) return 'NOT_YET';
    // Of what does not exist nothing is told: it is accepted as any other, and so are those of which nobody may know.
    const dossier = await writes.read(id);
    if (!dossier) return 'APPLIED';
    const named = { about, ...(foreign !== undefined && { dossier: foreign }), ...rest };
    const told = { ...named, from, number, decision, ...(decidedAt && { decidedAt: new Date(decidedAt) }) };
    const refused = await tellLink(writes, id, told, arrival);
    if (refused) return { parked: refused };
    if (foreign !== undefined && data.hasEnded) await book.forget(from, foreign);
    if (isCleared(dossier)) return 'APPLIED';
    // A dossier that has ended before its message was tried again is named in no notice any more.
    if (foreign !== undefined && !data.hasEnded && hasEndedHere(dossier, from, foreign)) return 'APPLIED';
    // After the link, and again when it is applied again: whatever ends the process between, somebody is there to answer.
    const noticed = {
      about: id,
      decision,
      ...(foreign !== undefined && !data.hasEnded && { dossier: foreign }),
    };
    await book.note({ key, from, kind: 'LINK_DECIDED', at, receivedAt: now, data: noticed });
    return 'APPLIED';
  };
  return new Map([[linkDecided, effectOf(linkDecidedData, apply)]]);
}
