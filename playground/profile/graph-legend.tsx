import { agencyNames } from '../../terms/agencies.ts';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import type { Surroundings } from './surroundings.ts';

/** The meaning of the graph’s forms and colours, as far as they occur in it. */
export function GraphLegend({ surroundings: { nodes } }: { surroundings: Pick<Surroundings, 'nodes'> }) {
  const t = useMessages();
  const kinds = (['suspect', 'person', 'group', 'thing'] as const).filter((kind) =>
    nodes.some((node) => node.kind === kind),
  );
  return (
    <ul className="legend" aria-label={t('surroundings.legend')}>
      {kinds.map((kind) => (
        <li key={kind} data-kind={kind}>
          {t(`node.${kind}`)}
        </li>
      ))}
      {agencyNames
        .filter((agency) => nodes.some((node) => node.agency === agency))
        .map((agency) => (
          <li key={agency} data-agency={agency}>
            {titleOf(t, 'Agency', agency)}
          </li>
        ))}
    </ul>
  );
}
