import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { GapShown } from '../answer/gap-shown.tsx';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ShownText } from '../parts/shown-text.tsx';
import type { Answer } from '../wire/answer.ts';
import {
  drawnOf,
  type SurroundingGap,
  type SurroundingNode,
  type Surroundings,
  surroundingsOf,
} from './surroundings.ts';

const Graph = lazy(() => import('./graph.tsx').then((module) => ({ default: module.Graph })));

/** More would be a heap of dots. */
const mostDrawn = 60;

function Gaps({ gaps, cut }: Pick<Surroundings, 'gaps' | 'cut'>) {
  const t = useMessages();
  const whatOf = ({ what }: SurroundingGap) =>
    t(
      what === 'half'
        ? 'surroundings.half'
        : what === 'memberships'
          ? 'field.memberships'
          : 'field.infrastructure',
    );
  return (
    <>
      {gaps
        // An outage is told once, above.
        .filter(({ gap }) => gap.state !== 'unavailable')
        .map((each) => (
          <div key={`${each.agency} ${each.what}`} className="notice gap" data-gap={each.gap.state}>
            <span data-agency={each.agency}>{titleOf(t, 'Agency', each.agency)}</span>. {whatOf(each)}:{' '}
            <GapShown gap={each.gap} />
          </div>
        ))}
      {cut.map(({ id, label }) => (
        <p key={id} className="notice">
          {t('surroundings.more', { label })}
        </p>
      ))}
    </>
  );
}

function Name({ node, onOpen }: { node: SurroundingNode | undefined; onOpen: (dossier: string) => void }) {
  const t = useMessages();
  if (!node) return null;
  const { dossier, label, code, agency } = node;
  return (
    <>
      {dossier ? (
        <button type="button" className="link" onClick={() => onOpen(dossier)}>
          <ShownText>{label}</ShownText>
        </button>
      ) : (
        <ShownText>{label}</ShownText>
      )}
      {code && <small> {titleOf(t, code.list, code.code)}</small>}{' '}
      {agency && <span data-agency={agency}>{titleOf(t, 'Agency', agency)}</span>}
    </>
  );
}

/** The groups and shared things around a person: drawn, and as a table of the same, and what of them is not known. */
export function SurroundingsView({ answer, onOpen }: { answer: Answer; onOpen: (dossier: string) => void }) {
  const t = useMessages();
  const surroundings = useMemo(() => surroundingsOf(answer), [answer]);
  const drawn = useMemo(() => drawnOf(surroundings, mostDrawn), [surroundings]);
  const [chosen, setChosen] = useState<string>();
  const { nodes, edges, gaps, cut } = surroundings;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const openChosen = useCallback(
    (id: string) => {
      const dossier = nodes.find((node) => node.id === id)?.dossier;
      if (dossier) onOpen(dossier);
    },
    [nodes, onOpen],
  );
  const isCapped = drawn.nodes.length < nodes.length;
  return (
    <section className="surroundings" aria-label={t('surroundings.title')}>
      <h2>{t('surroundings.title')}</h2>
      <Gaps gaps={gaps} cut={cut} />
      {edges.length === 0 && gaps.length === 0 && <p className="hint">{t('surroundings.none')}</p>}
      {edges.length > 0 && (
        <>
          {isCapped && (
            <p className="notice">
              {t('surroundings.capped', { shown: drawn.nodes.length, all: nodes.length })}
            </p>
          )}
          <Suspense fallback={<p className="wait">{t('page.loading')}</p>}>
            <Graph surroundings={drawn} chosen={chosen} onChoose={setChosen} onOpen={openChosen} />
          </Suspense>
          <table>
            <caption>{t('surroundings.table')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('surroundings.person')}</th>
                <th scope="col">{t('surroundings.as')}</th>
                <th scope="col">{t('surroundings.thing')}</th>
              </tr>
            </thead>
            <tbody>
              {edges.map(({ from, to, label, list }) => (
                <tr key={`${from} ${to}`} data-chosen={from === chosen || to === chosen}>
                  <td>
                    <Name node={byId.get(from)} onOpen={onOpen} />
                  </td>
                  <td>{titleOf(t, list, label)}</td>
                  <td>
                    <Name node={byId.get(to)} onOpen={onOpen} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
