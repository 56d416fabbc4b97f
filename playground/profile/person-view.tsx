import { type Agency, agencyNames, othersThan } from '../../terms/agencies.ts';
import { ProposeButton } from '../desk/propose-button.tsx';
import { useDesk } from '../desk/use-desk.ts';
import { useMeasuresOf } from '../desk/use-measures-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ShownText } from '../parts/shown-text.tsx';
import type { Answer } from '../wire/answer.ts';
import { type Halves, halvesOf, stateOfHalves } from './halves.ts';
import { HalvesTable } from './halves-table.tsx';
import { LinkView } from './link-view.tsx';
import { linksOf } from './links.ts';
import { Summary } from './summary.tsx';
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

/** The dossier of the person at another agency, where both halves are of one person. */
function linkedDossier(halves: Halves, own: Agency): { id: string; agency: Agency } | undefined {
  return othersThan(own).flatMap((agency) => {
    const half = halves[agency];
    return half.state === 'dossier' ? { id: half.id, agency } : [];
  })[0];
}

/**
 * A person in both halves: first the summary, then what is folded away, then every field.
 * @param asked the dossier that the answer is to
 */
export function PersonView(props: { asked: string; answer: Answer; onOpen: (dossier: string) => void }) {
  const { asked, answer, onOpen } = props;
  const t = useMessages();
  const own = useDesk().officer.viewer.agency;
  const measuresOf = useMeasuresOf();
  const halves = halvesOf(answer);
  const state = stateOfHalves(halves, asked);
  const name = nameOf(halves);
  const half = halves[own];
  const dossier = half.state === 'dossier' ? half.id : undefined;
  const links = linksOf(answer, own);
  const linked = linkedDossier(halves, own);
  return (
    <section aria-label={t('profile.title')}>
      <div className="person-line">
        <h2 className="person">
          {name && <ShownText>{name}</ShownText>} <code>{asked}</code>
        </h2>
        {state !== 'unknown' && (
          <p className={state === 'asking' ? 'hint' : 'link-state'} data-link={state} role="status">
            {t(`halves.${state}`)}
          </p>
        )}
      </div>
      {state !== 'nobody' && (
        <>
          <Summary halves={halves} />
          {dossier && measuresOf && (
            <p>
              <button type="button" onClick={() => measuresOf.open(dossier)}>
                {t(measuresOf.mayPlan ? 'measures.planTitle' : 'measures.showHere')}
              </button>
            </p>
          )}
          {dossier && linked && (
            <p>
              <ProposeButton origin={{ kind: 'LINK', ids: [dossier, linked.id], agency: linked.agency }} />
            </p>
          )}
          {links.state !== 'unavailable' && (
            <LinkView key={dossier} links={links} own={own} dossier={dossier} onOpen={onOpen} />
          )}
          <WithheldFields halves={halves} />
          <HalvesTable halves={halves} />
        </>
      )}
    </section>
  );
}
