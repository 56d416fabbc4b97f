import type { Surroundings } from './surroundings.ts';

export interface Point {
  x: number;
  y: number;
}

/** The space is wide and low. */
const width = 1.9;
/** The distance of hubs from the suspect, and of each ring of persons from the hubs. */
const hubDistance = 190;
const ringDistance = 120;
/** Room that a person with a name takes on a ring, in its unit. */
const room = 84;

const at = (angle: number, distance: number): Point => ({
  x: Math.round(Math.cos(angle) * distance * width),
  y: Math.round(Math.sin(angle) * distance),
});

/** Angles on a ring in the order of the wished ones, near them, no two nearer to each other than `gap`. */
function spread(wished: readonly number[], gap: number): number[] {
  const angles: number[] = [];
  for (const angle of wished) {
    const before = angles.at(-1);
    angles.push(before === undefined ? angle : Math.max(angle, before + gap));
  }
  const shift = angles.reduce((sum, angle, index) => sum + angle - (wished[index] ?? 0), 0) / angles.length;
  const isRound = (angles.at(-1) ?? 0) - (angles[0] ?? 0) + gap > 2 * Math.PI;
  return angles.map((angle, index) =>
    isRound ? (2 * Math.PI * index) / angles.length + (wished[0] ?? 0) : angle - shift,
  );
}

/**
 * The place of each node in the drawing: the suspect in the middle, groups and things around, and each person on rings
 * outside, as near as there is room to the direction of what they share. The same surroundings always look the same.
 */
export function placesOf({ nodes, edges }: Pick<Surroundings, 'nodes' | 'edges'>): Map<string, Point> {
  const places = new Map<string, Point>();
  const hubs = nodes.filter(({ kind }) => kind === 'group' || kind === 'thing');
  const angleOf = new Map(
    hubs.map(({ id }, index) => [id, (2 * Math.PI * index) / hubs.length - Math.PI / 2]),
  );
  const directionOf = (person: string): number => {
    const angles = edges.filter(({ from }) => from === person).flatMap(({ to }) => angleOf.get(to) ?? []);
    const sum = (of: (angle: number) => number) => angles.reduce((total, angle) => total + of(angle), 0);
    return Math.atan2(sum(Math.sin), sum(Math.cos));
  };
  for (const { id, kind } of nodes) if (kind === 'suspect') places.set(id, { x: 0, y: 0 });
  for (const [id, angle] of angleOf) places.set(id, at(angle, hubDistance));
  const persons = nodes
    .filter(({ kind }) => kind === 'person')
    .map(({ id }) => ({ id, direction: directionOf(id) }))
    .sort((one, other) => one.direction - other.direction);
  const fitsOn = (ring: number) => Math.floor((2 * Math.PI * (hubDistance + ring * ringDistance)) / room);
  let rings = 0;
  for (let fit = 0; fit < persons.length; fit += fitsOn(rings)) rings += 1;
  for (let ring = 1; ring <= rings; ring += 1) {
    // Every n-th, so that neighbours stand on different rings.
    const here = persons.filter((_person, index) => index % rings === ring - 1);
    const wished = here.map(({ direction }) => direction);
    const distance = hubDistance + ring * ringDistance;
    for (const [index, angle] of spread(wished, room / distance).entries())
      places.set(here[index]?.id ?? '', at(angle, distance));
  }
  return places;
}
