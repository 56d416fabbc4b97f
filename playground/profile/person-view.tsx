import { agencyNames } from '../../terms/agencies.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ShownText } from '../parts/shown-text.tsx';
import type { Answer } from '../wire/answer.ts';
import { type Halves, halvesOf, stateOfHalves } from './halves.ts';
import { HalvesTable } from './halves-table.tsx';
import { LinkView } from './link-view.tsx';
import { linksOf } from './links.ts';
import { WithheldFields } from './withheld-fields.tsx';

/** The person’s name: the first one in the answer. */
function nameOf(halves: Halves): string | undefined {
  const names = agencyNames.flatMap((agency) => {
    const half = halves[agency];
    const cell = half.state === 'dossier' ? half.cells.names : undefined;
    return cell?.state === 'values' ? String(cell.values[0]?.recorded.full ?? '') : [];
  });
  return names[0];
}

/**
 * A person in both halves, and the own agency’s decisions on links.
 * @param asked the dossier that the answer is to
 */
export function PersonView(props: { asked: string; answer: Answer; onOpen: (dossier: string) => void }) {
  const { asked, answer, onOpen } = props;
  const t = useMessages();
  const own = useDesk().officer.viewer.agency;
  const halves = halvesOf(answer, own);
  const state = stateOfHalves(halves, asked);
  const name = nameOf(halves);
  const half = halves[own];
  const dossier = half.state === 'dossier' ? half.id : undefined;
  return (
    <section aria-label={t('profile.title')}>
      <h2 className="person">
        {name && <ShownText>{name}</ShownText>} <code>{asked}</code>
      </h2>
      <p className="link-state" data-link={state} role="status">
        {t(`halves.${state}`)}
      </p>
      {state !== 'nobody' && (
        <>
          <LinkView key={dossier} links={linksOf(answer, own)} own={own} dossier={dossier} onOpen={onOpen} />
          <WithheldFields halves={halves} />
          <HalvesTable halves={halves} />
        </>
      )}
    </section>
  );
}
