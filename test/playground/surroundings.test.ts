import { graphStyle } from '../../playground/profile/graph-style.ts';
import { placesOf } from '../../playground/profile/places-of.ts';
import { drawnOf, type Surroundings, surroundingsOf } from '../../playground/profile/surroundings.ts';
import type { Answer } from '../../playground/wire/answer.ts';

const by = 'BY-7Q4KZ0XN3VDH9TRC';
const ru = 'RU-E58GM1WYB6PJ2SAF';
const suspect = (belarus: unknown, russia: unknown, more: Partial<Answer> = {}): Answer => ({
  data: { suspect: { belarus, russia } },
  ...more,
});

describe('the surroundings', () => {
  const person = (id: string) => ({ id, names: [{ full: `name of ${id}` }] });
  const thing = (value: string, ...ids: string[]) => ({
    kind: 'SIM_BOX',
    value,
    node: { dossiers: { nodes: ids.map(person) } },
  });
  const group = {
    rank: 'LEADER',
    group: {
      id: 'BYG-1',
      agency: 'BELARUS',
      name: 'Group',
      kind: 'CALL_CENTRE',
      members: {
        nodes: [
          { rank: 'MEMBER', dossier: person('BY-2') },
          { rank: 'LEADER', dossier: person(by) },
        ],
      },
    },
  };
  const around = surroundingsOf(
    suspect(
      { ...person(by), memberships: [group], infrastructure: [thing('box', by, 'BY-2'), thing('own', by)] },
      { ...person(ru), memberships: null, infrastructure: [thing('box', ru, 'RU-3')] },
    ),
  );

  test('have both halves as one, and a thing of both agencies as one', () => {
    expect(around.nodes.map(({ id }) => id)).toEqual(['suspect', 'BYG-1', 'BY-2', 'SIM_BOX box', 'RU-3']);
  });

  test('have each connection once', () => {
    expect(around.edges.map(({ from, to, label }) => `${from} ${label} ${to}`)).toEqual([
      'suspect LEADER BYG-1',
      'BY-2 MEMBER BYG-1',
      'suspect SIM_BOX SIM_BOX box',
      'BY-2 SIM_BOX SIM_BOX box',
      'RU-3 SIM_BOX SIM_BOX box',
    ]);
  });

  test('of nobody are empty, and no gap', () => {
    expect(surroundingsOf({ data: { suspect: { belarus: null, russia: null } } })).toEqual({
      nodes: [],
      edges: [],
      gaps: [],
      cut: [],
    });
  });

  test('tell what of them is withheld, failed or with an agency that does not answer', () => {
    const nothing = { ...person(by), memberships: null, infrastructure: null };
    const receipt = {
      coordinate: 'BelarusDossier.memberships',
      class: 'CASE',
      owner: 'BELARUS',
      reason: 'ROLE',
      records: null,
      remedy: 'Ask.',
    } as const;
    const gaps = (more: Partial<Answer>) =>
      surroundingsOf(suspect(nothing, null, more)).gaps.map(({ agency, what, gap }) => [
        agency,
        what,
        gap.state,
      ]);
    expect(gaps({})).toEqual([]);
    expect(gaps({ extensions: { redactions: [receipt] } })).toEqual([['BELARUS', 'memberships', 'withheld']]);
    const down = { code: 'AGENCY_UNAVAILABLE', agency: 'RUSSIA' } as const;
    expect(gaps({ errors: [{ message: '', path: ['suspect', 'russia'], extensions: down }] })).toEqual([
      ['RUSSIA', 'half', 'unavailable'],
    ]);
    expect(gaps({ errors: [{ message: '', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] })).toHaveLength(
      3,
    );
  });

  test('say of which group more members are known than are shown', () => {
    const cut = (hasNextPage: boolean) => {
      const members = { ...group.group.members, pageInfo: { hasNextPage } };
      const half = {
        ...person(by),
        memberships: [{ ...group, group: { ...group.group, members } }],
        infrastructure: [],
      };
      return surroundingsOf(suspect(half, null)).cut.map(({ id }) => id);
    };
    expect([cut(true), cut(false)]).toEqual([['BYG-1'], []]);
  });

  test('say whose record each is', () => {
    expect(Object.fromEntries(around.nodes.map(({ id, agency }) => [id, agency]))).toEqual({
      suspect: undefined,
      'BYG-1': 'BELARUS',
      'BY-2': undefined,
      'SIM_BOX box': undefined,
      'RU-3': undefined,
    });
    const member = person('BY-3JXC90FVT7KQ5NHE');
    const shared = { ...person(by), memberships: [], infrastructure: [thing('box', by, member.id)] };
    expect(surroundingsOf(suspect(shared, null)).nodes.at(-1)).toMatchObject({ agency: 'BELARUS' });
  });
});

describe('a drawing', () => {
  const crowd = (persons: number): Surroundings => ({
    nodes: [
      { id: 'suspect', kind: 'suspect', label: 'S' },
      { id: 'g1', kind: 'group', label: 'G' },
      { id: 'g2', kind: 'group', label: 'H' },
      ...Array.from({ length: persons }, (_, index) => ({
        id: `p${index}`,
        kind: 'person' as const,
        label: `${index}`,
      })),
    ],
    edges: [
      ...Array.from({ length: persons }, (_, index) => ({
        from: `p${index}`,
        to: 'g1',
        label: 'MEMBER',
        list: 'GroupRank' as const,
      })),
      { from: `p${persons - 1}`, to: 'g2', label: 'MEMBER', list: 'GroupRank' as const },
    ],
    gaps: [],
    cut: [],
  });

  test('has no more than it can hold, those first who share most', () => {
    const drawn = drawnOf(crowd(100), 20);
    expect(drawn.nodes).toHaveLength(20);
    expect(drawn.nodes.map(({ id }) => id)).toContain('p99');
    expect(drawn.edges.every(({ from }) => drawn.nodes.some(({ id }) => id === from))).toBe(true);
    expect(drawnOf(crowd(10), 20).nodes).toHaveLength(13);
  });

  test.each([1, 8, 40, 57])('gives each of %i persons a place of his own, not near another', (persons) => {
    const points = [...placesOf(crowd(persons)).values()];
    expect(points).toHaveLength(persons + 3);
    const near = points.flatMap((one, index) =>
      points.slice(index + 1).filter((other) => Math.hypot(one.x - other.x, one.y - other.y) < 40),
    );
    expect(near).toEqual([]);
  });

  test('is the same each time', () => {
    expect(placesOf(crowd(30))).toEqual(placesOf(crowd(30)));
  });

  test('has each agency’s records in its own colour, and all texts in the page’s', () => {
    const style = graphStyle({
      color: 'text',
      backgroundColor: 'page',
      getPropertyValue: (name) => name.slice(2),
    });
    const of = (selector: string) => style.find((each) => each.selector === selector);
    expect(of('node[agency = "BELARUS"]')).toMatchObject({ style: { 'background-color': 'belarus' } });
    expect(of('node[agency = "RUSSIA"]')).toMatchObject({ style: { 'background-color': 'russia' } });
    expect(of('node')).toMatchObject({ style: { color: 'text', 'text-background-color': 'page' } });
  });
});
