import type { DossierRecord } from '../dossier/dossier-record.ts';
import { linkState } from '../dossier/links/link-state.ts';
import { writtenStateOf } from '../dossier/release.ts';
import { type DecisionRecord, nameInDossier, placeOf } from './decision-record.ts';

type Found = Pick<DecisionRecord, 'list' | 'of' | 'state'> & { due: Date | undefined };

/** The releases and links of a dossier, as they are listed. */
export function decisionsOf({
  _id: dossier,
  releases = [],
  links = [],
}: Pick<DossierRecord, '_id'> & Partial<DossierRecord>): DecisionRecord[] {
  const found: Found[] = [
    ...releases.map((release) => ({
      list: 'RELEASE' as const,
      of: release.id,
      state: writtenStateOf(release),
      due: release.until,
    })),
    ...links.flatMap((link) => {
      const of = nameInDossier(link);
      return of === undefined
        ? []
        : [{ list: 'LINK' as const, of, state: linkState(link), due: link.lapsesAt }];
    }),
  ];
  return found.map(({ list, of, state, due }) => {
    const _id = `${dossier} ${list} ${of}`;
    return { _id, list, dossier, of, state, order: placeOf(due, _id) };
  });
}
