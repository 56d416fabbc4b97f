import { lazy, Suspense, useMemo, useState } from 'react';
import type { Answer } from '../answer/answer.ts';
import { ShownText } from '../answer/shown-text.tsx';
import { codeMessage } from '../messages/code-message.ts';
import { useMessages } from '../messages/use-messages.ts';
import { type SurroundingNode, surroundingsOf } from './surroundings.ts';

const Graph = lazy(() => import('./graph.tsx').then((module) => ({ default: module.Graph })));

/** The groups and shared things around a person: drawn, and as a table of the same. */
export function SurroundingsView({ answer, onOpen }: { answer: Answer; onOpen: (dossier: string) => void }) {
  const t = useMessages();
  const surroundings = useMemo(() => surroundingsOf(answer), [answer]);
  const [chosen, setChosen] = useState<string>();
  const { nodes, edges } = surroundings;
  if (edges.length === 0) return <p className="hint">{t('surroundings.none')}</p>;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const name = (node: SurroundingNode | undefined) =>
    node?.dossier ? (
      <button type="button" className="link" onClick={() => onOpen(node.dossier ?? '')}>
        <ShownText>{node.label}</ShownText>
      </button>
    ) : (
      <>
        <ShownText>{node?.label ?? ''}</ShownText>{' '}
        {node?.agency && <span data-agency={node.agency}>{t(`agency.${node.agency}`)}</span>}
      </>
    );
  return (
    <section className="surroundings" aria-label={t('surroundings.title')}>
      <h2>{t('surroundings.title')}</h2>
      <Suspense fallback={<p className="wait">{t('page.loading')}</p>}>
        <Graph surroundings={surroundings} chosen={chosen} onChoose={setChosen} />
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
              <td>{name(byId.get(from))}</td>
              <td>{codeMessage(t, list, label)}</td>
              <td>{name(byId.get(to))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
