import type { Effects } from './channel/effects.ts';
import type { agencyModels } from './database.ts';
import { linkEffects, tellLink } from './links/effects.ts';
import { linkLookups } from './links/store.ts';
import type { LinkWrites } from './links/unattended.ts';
import { type EndLinks, noticeBook, noticeEffects } from './notices/effects.ts';
import { suspensionEffects } from './suspensions/effects.ts';

/** Every type of message that an agency understands, and what it does to its records. */
export function agencyEffects(
  models: ReturnType<typeof agencyModels>,
  writes: LinkWrites,
  suspensionsChanged: () => Promise<void> = async () => undefined,
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
  ]);
}
