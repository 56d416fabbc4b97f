import cytoscape, { type Core } from 'cytoscape';
import { titleOf } from '../messages/title-of.ts';
import type { Translate } from '../messages/translate.ts';
import { piecesOf } from '../parts/pieces-of.ts';
import { graphStyle } from './graph-style.ts';
import { placesOf } from './places-of.ts';
import type { Surroundings } from './surroundings.ts';

/** A name for a canvas, which has no elements to isolate or mark a part of it. */
export const plain = (text: string): string =>
  piecesOf(text)
    .map((piece) => ('text' in piece ? piece.text : `[${piece.hidden}]`))
    .join('');

/** Draws surroundings into an element. */
export function draw(
  container: HTMLElement,
  surroundings: Pick<Surroundings, 'nodes' | 'edges'>,
  t: Translate,
): Core {
  const { nodes, edges } = surroundings;
  const places = placesOf(surroundings);
  return cytoscape({
    container,
    elements: [
      ...nodes.map(({ id, kind, label, agency }) => ({
        data: { id, label: plain(label), kind, ...(agency && { agency }) },
        position: places.get(id) ?? { x: 0, y: 0 },
      })),
      ...edges.map(({ from, to, label, list }) => ({
        data: { source: from, target: to, label: titleOf(t, list, label) },
      })),
    ],
    style: graphStyle(getComputedStyle(container)),
    layout: { name: 'preset', fit: true, padding: 24 },
    minZoom: 0.2,
    maxZoom: 3,
    // The wheel scrolls the page; there are buttons to zoom.
    userZoomingEnabled: false,
  });
}
