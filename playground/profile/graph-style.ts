import type { StylesheetJson } from 'cytoscape';

/** The graph's colours, from those of the page; a canvas does not follow them by itself. */
export function graphStyle(page: CSSStyleDeclaration): StylesheetJson {
  const colour = (name: string) => page.getPropertyValue(`--${name}`) || page.color;
  const shape = (kind: string, form: 'ellipse' | 'round-rectangle' | 'diamond', background: string) => ({
    selector: `node[kind = "${kind}"]`,
    style: { shape: form, 'background-color': background },
  });
  return [
    {
      selector: 'node',
      style: {
        label: 'data(label)',
        color: page.color,
        'font-size': 11,
        'text-valign': 'bottom',
        'text-margin-y': 4,
        'text-wrap': 'wrap',
        'text-max-width': '110px',
        width: 22,
        height: 22,
      },
    },
    shape('suspect', 'ellipse', colour('accent')),
    shape('person', 'ellipse', colour('muted')),
    shape('group', 'round-rectangle', colour('russia')),
    shape('thing', 'diamond', colour('warning')),
    { selector: 'node[kind = "suspect"]', style: { width: 34, height: 34, 'font-weight': 'bold' } },
    { selector: 'node:selected', style: { 'border-width': 3, 'border-color': page.color } },
    { selector: 'edge', style: { width: 1.5, 'line-color': colour('line'), 'curve-style': 'straight' } },
  ];
}
