import type { Model } from 'mongoose';
import type { Agency } from '../../../identity/agencies.ts';
import type { Message } from '../channel/message.ts';
import type { DossierRecord } from '../dossiers/record.ts';
import { releaseNotice } from '../notices/messages.ts';
import { type Release, stateOf } from '../releases/record.ts';
import { linkMessage } from './messages.ts';

/** What is told of a release as it stands: nothing of one that was only proposed. */
function standingOf({ _id }: Pick<DossierRecord, '_id'>, release: Release, now: Date): Message[] {
  if (!release.grantedAt) return [];
  const state = stateOf(release, now);
  return state === 'PROPOSED' ? [] : [releaseNotice(state, _id, release, now)];
}

/**
 * All that another agency was told of the agency's dossiers, as it is now: what it needs when messages were lost, such as by
 * a restored backup on either side. Told again, it changes nothing there that it knows already.
 */
export async function* restatementFor(
  to: Agency,
  dossiers: Model<DossierRecord>,
  now: Date,
): AsyncGenerator<Message> {
  const told = dossiers
    .find({ $or: [{ 'links.agency': to }, { 'releases.to': to }] }, { links: 1, releases: 1 })
    .sort({ _id: 1 })
    .lean<Pick<DossierRecord, '_id' | 'links' | 'releases'>>();
  for await (const dossier of told.cursor()) {
    for (const release of dossier.releases) if (release.to === to) yield* standingOf(dossier, release, now);
    for (const link of dossier.links) {
      // Of what has ended there is nobody to tell, and what was never told is not told now.
      const isTold = link.agency === to && link.own.decidedAt !== undefined && link.ended === undefined;
      if (isTold) yield linkMessage(dossier, link, now);
    }
  }
}
