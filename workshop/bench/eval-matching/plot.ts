import { bands } from '../../../subgraphs/agency/matching/weights.ts';
import type { Judged } from './evaluate.ts';

const [width, height, margin] = [720, 320, 40];
const [lowest, highest, step] = [-16, 42, 2];

const place = (total: number): number =>
  margin +
  ((Math.min(Math.max(total, lowest), highest) - lowest) / (highest - lowest)) * (width - 2 * margin);

/** How many pairs of each label have a score in each step. */
function histogram(judged: readonly Judged[], label: 'same' | 'different'): number[] {
  const counts = Array.from({ length: (highest - lowest) / step }, () => 0);
  for (const { pair, score } of judged) {
    if (pair.label !== label) continue;
    const bin = Math.floor((Math.min(Math.max(score.total, lowest), highest - 0.01) - lowest) / step);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

/**
 * The calibration of the scores as a picture: how many pairs of one person, and of two, have which score, and where the
 * bands begin. A band that stands where the second colour still is would call two persons one.
 */
export function plotOf(judged: readonly Judged[]): string {
  const [same, different] = [histogram(judged, 'same'), histogram(judged, 'different')];
  const most = Math.max(...same, ...different, 1);
  const bars = (counts: readonly number[], colour: string, shift: number) =>
    counts
      .map((count, bin) => {
        const tall = (count / most) * (height - 2 * margin);
        const x = place(lowest + bin * step) + shift;
        return `<rect x="${x.toFixed(1)}" y="${(height - margin - tall).toFixed(1)}" width="8" height="${tall.toFixed(1)}" fill="${colour}"><title>${count} pairs</title></rect>`;
      })
      .join('\n');
  const ticks = Array.from({ length: 7 }, (_, i) => -10 + i * 8)
    .map(
      (at) =>
        `<text x="${place(at).toFixed(1)}" y="${height - margin + 16}" text-anchor="middle">${at}</text>`,
    )
    .join('\n');
  const lines = Object.entries(bands)
    .map(
      ([band, from]) =>
        `<line x1="${place(from).toFixed(1)}" y1="${margin / 2}" x2="${place(from).toFixed(1)}" y2="${height - margin}" stroke="#444" stroke-dasharray="4 3"/><text x="${(place(from) + 4).toFixed(1)}" y="${margin / 2 + 8}">${band}</text>`,
    )
    .join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11" role="img" aria-label="Scores of pairs of one person, and of two">
<title>Scores of pairs of one person, and of two</title>
<rect width="${width}" height="${height}" fill="white"/>
${bars(same, '#2a7f62', 0)}
${bars(different, '#c0504d', 8)}
<line x1="${margin}" y1="${height - margin}" x2="${width - margin}" y2="${height - margin}" stroke="#444"/>
${ticks}
${lines}
<text x="${width / 2}" y="${height - 6}" text-anchor="middle">score, in bits; green: one person, red: two</text>
</svg>
`;
}
