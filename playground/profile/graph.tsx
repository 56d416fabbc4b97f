import type { Core } from 'cytoscape';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { draw, plain } from './draw.ts';
import { GraphLegend } from './graph-legend.tsx';
import { graphStyle } from './graph-style.ts';
import type { Surroundings } from './surroundings.ts';

const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Draws anew in the page's colours whenever these change. */
function followTheme(graph: Core, container: HTMLElement): () => void {
  const paint = () => graph.style(graphStyle(getComputedStyle(container)));
  const chosen = new MutationObserver(paint);
  chosen.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', paint);
  return () => {
    chosen.disconnect();
    system.removeEventListener('change', paint);
  };
}

/**
 * The surroundings drawn, the suspect in the middle. The arrow keys go from one to the next, and each is read out; Enter opens
 * its profile.
 */
export function Graph(props: {
  surroundings: Pick<Surroundings, 'nodes' | 'edges'>;
  chosen: string | undefined;
  onChoose: (id: string) => void;
  onOpen: (id: string) => void;
}) {
  const { surroundings, chosen, onChoose, onOpen } = props;
  const t = useMessages();
  const container = useRef<HTMLDivElement>(null);
  const drawn = useRef<Core>(undefined);

  useEffect(() => {
    if (!container.current) return;
    const graph = draw(container.current, surroundings, t);
    graph.on('tap', 'node', (event) => onChoose(event.target.id()));
    const leaveTheme = followTheme(graph, container.current);
    drawn.current = graph;
    return () => {
      leaveTheme();
      graph.destroy();
    };
  }, [surroundings, onChoose, t]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn anew is to have its choice marked too
  useEffect(() => {
    const graph = drawn.current;
    if (!graph) return;
    graph.nodes().unselect();
    graph.edges().removeClass('told chosen');
    graph.getElementById('suspect').connectedEdges().addClass('told');
    if (chosen === undefined) return;
    const node = graph.getElementById(chosen);
    node.select();
    node.connectedEdges().addClass('told chosen');
  }, [chosen, surroundings, t]);

  const zoom = (factor: number) => {
    const graph = drawn.current;
    graph?.zoom({
      level: graph.zoom() * factor,
      renderedPosition: { x: graph.width() / 2, y: graph.height() / 2 },
    });
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && chosen !== undefined) return onOpen(chosen);
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const ids = surroundings.nodes.map(({ id }) => id);
    const next = ids[(Math.max(0, ids.indexOf(chosen ?? '')) + step + ids.length) % ids.length];
    if (next !== undefined) onChoose(next);
  };
  const told = surroundings.nodes.find(({ id }) => id === chosen);
  const connected = surroundings.edges.filter(({ from, to }) => from === chosen || to === chosen).length;
  const kindOf = ({ kind, code }: NonNullable<typeof told>) =>
    code ? `${t(`node.${kind}`)} (${titleOf(t, code.list, code.code)})` : t(`node.${kind}`);
  return (
    <>
      <div className="graph-tools">
        <GraphLegend surroundings={surroundings} />
        <button type="button" onClick={() => zoom(1.4)} aria-label={t('surroundings.zoomIn')}>
          +
        </button>
        <button type="button" onClick={() => zoom(1 / 1.4)} aria-label={t('surroundings.zoomOut')}>
          −
        </button>
        <button type="button" onClick={() => drawn.current?.fit(undefined, 24)}>
          {t('surroundings.fit')}
        </button>
      </div>
      <div
        ref={container}
        className="graph"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the arrow keys
        tabIndex={0}
        aria-label={t('surroundings.graph')}
        onKeyDown={press}
      />
      <p className="hint" aria-live="polite">
        {told
          ? t('surroundings.chosen', { kind: kindOf(told), label: plain(told.label), count: connected })
          : t('surroundings.keys')}
      </p>
    </>
  );
}
