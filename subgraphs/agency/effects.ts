import type { Effects } from './channel/effects.ts';
import type { agencyModels } from './database.ts';
import type { DossierWrites } from './dossiers/writing/store.ts';
import { linkEffects } from './links/effects.ts';
import { linkLookups } from './links/store.ts';
import { noticeBook, noticeEffects } from './notices/effects.ts';

/** Every type of message that an agency understands, and what it does to its records. */
export const agencyEffects = (
  models: ReturnType<typeof agencyModels>,
  writes: Pick<DossierWrites, 'read' | 'take'>,
): Effects =>
  new Map([
    ...linkEffects(writes, linkLookups(models), noticeBook(models.notices)),
    ...noticeEffects(models.notices),
  ]);
