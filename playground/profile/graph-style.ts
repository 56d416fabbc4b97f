import type { StylesheetJson } from 'cytoscape';
import { agencyNames, subgraphOf } from '../../terms/agencies.ts';

/** The part of an element’s computed style that the graph needs. */
export interface PageColours {
  color: string;
  backgroundColor: string;
  getPropertyValue(name: string): string;
}

/**
 * The style of the graph, with the colours of the page, which a canvas does not follow by itself. A form says what a node
 * is, a colour whose record; a thing may be in the records of both.
 */
export function graphStyle(page: PageColours): StylesheetJson {
  const colour = (name: string) => page.getPropertyValue(`--${name}`) || page.color;
  const text = {
    color: page.color,
    'font-size': 13,
    'text-background-color': page.backgroundColor,
    'text-background-opacity': 0.85,
    'text-background-padding': '2px',
  } as const;
  const shape = (kind: string, form: 'ellipse' | 'round-rectangle' | 'diamond', background: string) => ({
    selector: `node[kind = "${kind}"]`,
    style: { shape: form, 'background-color': background },
  });
  return [
    {
      selector: 'node',
      style: {
        ...text,
        label: 'data(label)',
        'text-valign': 'bottom',
        'text-margin-y': 4,
        'text-wrap': 'wrap',
        'text-max-width': '140px',
        width: 18,
        height: 18,
      },
    },
    shape('suspect', 'ellipse', page.color),
    shape('person', 'ellipse', colour('muted')),
    shape('group', 'round-rectangle', colour('muted')),
    shape('thing', 'diamond', colour('warning')),
    ...agencyNames.map((agency) => ({
      selector: `node[agency = "${agency}"]`,
      style: { 'background-color': colour(subgraphOf(agency)) },
    })),
    { selector: 'node[kind = "suspect"]', style: { width: 32, height: 32, 'font-weight': 'bold' } },
    { selector: 'node[kind = "group"], node[kind = "thing"]', style: { width: 26, height: 26 } },
    { selector: 'node:selected', style: { 'border-width': 4, 'border-color': colour('warning') } },
    {
      selector: 'edge',
      style: {
        ...text,
        'font-size': 11,
        width: 1.5,
        'line-color': colour('muted'),
        'line-opacity': 0.55,
        'curve-style': 'straight',
      },
    },
    // Of all edges at once the labels would hide the graph: those of the suspect are told, and those of what is chosen.
    { selector: 'edge.told', style: { label: 'data(label)' } },
    { selector: 'edge.chosen', style: { width: 3, 'line-opacity': 1 } },
  ];
}
