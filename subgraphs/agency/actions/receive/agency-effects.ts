import type { Agency } from '../../../../terms/agencies.ts';
import type { Effects } from '../../channel/in/effects.ts';
import type { ProvenReceipt } from '../../channel/wire/proven-receipt.ts';
import type { AgencyModels } from '../../storage/database/agency-models.ts';
import { noticeBook } from '../../storage/notices/notice-book.ts';
import type { RequestStore } from '../../storage/requests/request-store.ts';
import { type FindKnown, subjectLookups } from '../../storage/requests/subject-lookups.ts';
import { linkLookups } from '../../storage/stores/link-lookups.ts';
import type { LinkWrites } from '../change-links.ts';
import type { Comparing } from '../indicators/comparing.ts';
import { indicatorEffects } from './indicator-effects.ts';
import { linkEffects, tellLink } from './link-effects.ts';
import { type EndLinks, noticeEffects } from './notice-effects.ts';
import { requestEffects } from './request-effects.ts';
import { suspensionEffects } from './suspension-effects.ts';

/** The effect on an agency's records of every type of message that it understands. */
export function agencyEffects(
  own: Agency,
  models: AgencyModels,
  writes: LinkWrites,
  requests: RequestStore,
  suspensionsChanged: () => Promise<void>,
  findKnown: FindKnown,
  provenReceipt: ProvenReceipt,
  comparing?: Comparing,
): Effects {
  const known = linkLookups(models);
  const book = noticeBook(models.notices);
  const endLinks: EndLinks = async (dossier, arrival) => {
    const { from, number } = arrival;
    for await (const id of known.linkedWith(dossier)) {
      const about = { dossier: id };
      const told = { from, number, about, dossier, decision: 'NONE', hasEnded: true } as const;
      await tellLink(writes, id, told, arrival);
    }
  };
  return new Map([
    ...linkEffects(writes, known, book),
    ...noticeEffects(book, endLinks),
    ...suspensionEffects(models.suspensions, suspensionsChanged),
    ...requestEffects({
      own,
      requests,
      book,
      provenReceipt,
      findSubject: subjectLookups(own, models, known, findKnown),
    }),
    ...(comparing ? indicatorEffects(comparing) : []),
  ]);
}
