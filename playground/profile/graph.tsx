import cytoscape, { type Core } from 'cytoscape';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { piecesOf } from '../answer/suspicious-text.ts';
import { useMessages } from '../messages/use-messages.ts';
import { graphStyle } from './graph-style.ts';
import type { Surroundings } from './surroundings.ts';

/** A name for a canvas, which has no elements to isolate or mark a part of it. */
const plain = (text: string) =>
  piecesOf(text)
    .map((piece) => ('text' in piece ? piece.text : `[${piece.hidden}]`))
    .join('');

const ring = { suspect: 3, group: 2, thing: 2, person: 1 } as const;

const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** The surroundings drawn, the suspect in the middle. The arrow keys go from one to the next, and each is read out. */
export function Graph(props: {
  surroundings: Surroundings;
  chosen: string | undefined;
  onChoose: (id: string) => void;
}) {
  const { surroundings, chosen, onChoose } = props;
  const t = useMessages();
  const container = useRef<HTMLDivElement>(null);
  const drawn = useRef<Core>(undefined);

  useEffect(() => {
    if (!container.current) return;
    const graph = cytoscape({
      container: container.current,
      elements: [
        ...surroundings.nodes.map(({ id, kind, label, agency }) => ({
          data: {
            id,
            label: agency ? `${plain(label)}\n${t(`agency.${agency}`)}` : plain(label),
            kind,
            ring: ring[kind],
          },
        })),
        ...surroundings.edges.map(({ from, to }) => ({ data: { source: from, target: to } })),
      ],
      style: graphStyle(getComputedStyle(container.current)),
      layout: {
        name: 'concentric',
        concentric: (node) => node.data('ring'),
        levelWidth: () => 1,
        minNodeSpacing: 40,
        padding: 24,
        // The space is wide and low.
        transform: (_node, { x, y }) => ({ x: x * 2, y }),
      },
      userZoomingEnabled: false,
    });
    graph.on('tap', 'node', (event) => onChoose(event.target.id()));
    drawn.current = graph;
    return () => graph.destroy();
  }, [surroundings, onChoose, t]);

  useEffect(() => {
    drawn.current?.nodes().unselect();
    if (chosen !== undefined) drawn.current?.getElementById(chosen).select();
  }, [chosen]);

  const move = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const ids = surroundings.nodes.map(({ id }) => id);
    const next = ids[(Math.max(0, ids.indexOf(chosen ?? '')) + step + ids.length) % ids.length];
    if (next !== undefined) onChoose(next);
  };
  const told = surroundings.nodes.find(({ id }) => id === chosen);
  const connected = surroundings.edges.filter(({ from, to }) => from === chosen || to === chosen).length;
  return (
    <>
      <div
        ref={container}
        className="graph"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the arrow keys
        tabIndex={0}
        aria-label={t('surroundings.graph')}
        onKeyDown={move}
      />
      <p className="hint" aria-live="polite">
        {told
          ? t('surroundings.chosen', {
              kind: t(`node.${told.kind}`),
              label: plain(told.label),
              count: connected,
            })
          : t('surroundings.keys')}
      </p>
    </>
  );
}
