/** The arrows between rooms: for each room those that its files import from. */
export type Arrows = ReadonlyMap<string, ReadonlySet<string>>;

/** Sets of rooms each of which reaches every other one by arrows, by Tarjan's algorithm; rooms that stand alone are none. */
export function knotsOf(arrows: Arrows): string[][] {
  const knots: string[][] = [];
  const reached = new Map<string, { index: number; lowest: number }>();
  const open: string[] = [];
  const visit = (room: string): { index: number; lowest: number } => {
    const place = { index: reached.size, lowest: reached.size };
    reached.set(room, place);
    open.push(room);
    for (const next of arrows.get(room) ?? []) {
      const known = reached.get(next);
      if (known === undefined) place.lowest = Math.min(place.lowest, visit(next).lowest);
      else if (open.includes(next)) place.lowest = Math.min(place.lowest, known.index);
    }
    if (place.lowest === place.index) {
      const knot = open.splice(open.indexOf(room));
      if (knot.length > 1) knots.push(knot.sort());
    }
    return place;
  };
  for (const room of arrows.keys()) if (!reached.has(room)) visit(room);
  return knots.sort((a, b) => b.length - a.length);
}
