import type { z } from 'zod';
import { type Agency, ownerOf } from '../../../identity/agencies.ts';
import { type Arrival, type Effects, effectOf } from '../channel/effects.ts';
import type { Effect } from '../channel/inbox.ts';
import type { DossierRecord } from '../dossiers/record.ts';
import { isCleared } from '../dossiers/values/conduct.ts';
import type { DossierWrites } from '../dossiers/writing/store.ts';
import type { NoticeBook } from '../notices/effects.ts';
import { changeLink, type LinkChanges } from './changes.ts';
import { linkDecided, linkDecidedData } from './messages.ts';
import type { Link } from './record.ts';
import { newLink } from './steps.ts';
import type { LinkEvent } from './transition.ts';
import { bySystem, changeLinks } from './unattended.ts';

type Told = z.output<typeof linkDecidedData>;

/** From a hit that another agency was given to the dossier that it stands for. */
export interface KnownAs {
  /** The dossier with a link that was named by this hit; else the one that the hit was given for. */
  dossierKnownAs(reference: string, by: Agency): Promise<string | undefined>;
}

/** The links of a pair as a message names it: there can be two, where it was named by a hit and by its id. */
const linksOf = ({ links }: DossierRecord, from: Agency, { about, dossier, reference }: Told): Link[] =>
  links.filter(
    (link) =>
      link.agency === from &&
      ((reference !== undefined && link.reference === reference) ||
        ('reference' in about && link.knownAs === about.reference) ||
        (dossier !== undefined && link.dossier === dossier)),
  );

const isBare = ({ own }: Link): boolean => own.decision === 'NONE' && !own.proposal;

/** A cleared person’s dossier is shown to nobody abroad, and nothing is proposed of it any more. */
function changesBy(
  dossier: DossierRecord,
  from: Agency,
  told: Told,
  at: Date,
): LinkChanges | 'TWO_LINKS' | undefined {
  if (isCleared(dossier)) return undefined;
  const { about, decision, decidedAt, version, hasEnded } = told;
  const found = linksOf(dossier, from, told);
  const [first, ...others] = found.sort((one, other) => Number(isBare(one)) - Number(isBare(other)));
  if (!others.every(isBare)) return 'TWO_LINKS';
  // Of a pair that was never named here, or not by what could name it again.
  if (!first && (told.dossier === undefined || decision === 'NONE')) return undefined;
  const link = first ?? {
    ...newLink({ agency: from, dossier: told.dossier as string }),
    ...('reference' in about && { knownAs: about.reference }),
  };
  const event: LinkEvent = {
    kind: 'TOLD',
    at,
    decision,
    version,
    ...(decidedAt && { decidedAt: new Date(decidedAt) }),
    ...(told.dossier && { dossier: told.dossier }),
    ...(hasEnded && { hasEnded }),
  };
  const links = dossier.links.filter((one) => !others.includes(one));
  const changed = changeLink({ _id: dossier._id, links }, link, event);
  return changed && 'refused' in changed ? undefined : changed;
}

/** What another agency tells of links, into the dossiers that it is about. */
export function linkEffects(
  writes: Pick<DossierWrites, 'read' | 'take'>,
  known: KnownAs,
  book: NoticeBook,
): Effects {
  const apply = async ({ data, from, key, at, now }: Arrival<Told>): Promise<Effect> => {
    if (data.dossier !== undefined && ownerOf(data.dossier) !== from) return { parked: 'NOT_ITS_DOSSIER' };
    const { about } = data;
    const id = 'dossier' in about ? about.dossier : await known.dossierKnownAs(about.reference, from);
    // Of what does not exist nothing is told: it is accepted as any other, and so are those of which nobody may know.
    const dossier = id === undefined ? null : await writes.read(id);
    if (id === undefined || !dossier || isCleared(dossier)) return 'APPLIED';
    // Before the link is changed, or a process that ends between would leave nobody to answer.
    const { dossier: foreign, decision } = data;
    const noticed = { own: id, decision, ...(foreign !== undefined && { dossier: foreign }) };
    await book.note({ _id: key, from, kind: 'LINK_DECIDED', at, receivedAt: now, data: noticed });
    let isTwo = false;
    const author = bySystem('channel', key, now);
    const done = await changeLinks(writes, id, author, 'TELL_LINK', (dossier) => {
      const changes = changesBy(dossier, from, data, now);
      isTwo = changes === 'TWO_LINKS';
      return changes === 'TWO_LINKS' ? undefined : changes;
    });
    if (isTwo) return { parked: 'TWO_LINKS' };
    return done === 'THIRD_PERSON' ? { parked: 'THIRD_PERSON' } : 'APPLIED';
  };
  return new Map([[linkDecided, effectOf(linkDecidedData, apply)]]);
}
