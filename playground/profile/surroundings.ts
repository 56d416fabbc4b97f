import { type Agency, agencyNames, ownerOf, subgraphOf } from '../../terms/agencies.ts';
import type { Gap } from '../answer/gap.ts';
import { type PersonFragment, SurroundingsDocument } from '../generated/operations.ts';
import type { Answer } from '../wire/answer.ts';
import { dataOf } from '../wire/operation-of.ts';
import { gapOfField, gapOfHalf } from './halves.ts';

export type NodeKind = 'suspect' | 'person' | 'group' | 'thing';

export interface SurroundingNode {
  id: string;
  kind: NodeKind;
  label: string;
  /** A dossier's id, where there is one to open. */
  dossier?: string;
  /** The agency whose record it is; a thing, and the suspect, may be in the records of both. */
  agency?: Agency | undefined;
  /** The kind of group or thing, and the closed list that the kind is in. */
  code?: { list: 'GroupKind' | 'InfrastructureKind'; code: string };
}

export interface SurroundingEdge {
  from: string;
  to: string;
  /** A rank in a group, or the kind of a thing. */
  label: string;
  list: 'GroupRank' | 'InfrastructureKind';
}

/** A part of one agency's records that is not known, and why. */
export interface SurroundingGap {
  agency: Agency;
  what: 'half' | 'memberships' | 'infrastructure';
  gap: Gap;
}

export interface Surroundings {
  nodes: SurroundingNode[];
  edges: SurroundingEdge[];
  gaps: SurroundingGap[];
  /** Groups and things of which more members or holders are known than are here. */
  cut: SurroundingNode[];
}

const suspectId = 'suspect';
const labelOf = ({ id, names }: PersonFragment) => names?.[0]?.full ?? id;

/** The reasons why a half, or a list in it, is missing. */
function gapsOf(answer: Answer): SurroundingGap[] {
  const suspect = dataOf(SurroundingsDocument, answer)?.suspect;
  return agencyNames.flatMap((agency): SurroundingGap[] => {
    const half = suspect?.[subgraphOf(agency)];
    if (!half) return [{ agency, what: 'half', gap: gapOfHalf(SurroundingsDocument, answer, agency) }];
    return (['memberships', 'infrastructure'] as const)
      .filter((what) => half[what] === null)
      .map((what) => ({ agency, what, gap: gapOfField(SurroundingsDocument, answer, agency, what) }));
  });
}

/** True if a gap is worth telling: that an agency has no dossier, or nothing in it, is no gap. */
const isWorthTelling = ({ gap }: SurroundingGap) => gap.state !== 'hidden' && gap.state !== 'none';

/**
 * The groups and shared things around a suspect, out of the answer to their query. Both halves are one node; a thing that
 * both agencies have recorded is one node too; things that only the suspect has are left out.
 */
export function surroundingsOf(answer: Answer): Surroundings {
  const suspect = dataOf(SurroundingsDocument, answer)?.suspect;
  const halves = agencyNames.flatMap((agency) => suspect?.[subgraphOf(agency)] ?? []);
  const gaps = gapsOf(answer).filter(isWorthTelling);
  const own = new Set(halves.map(({ id }) => id));
  const nodes = new Map<string, SurroundingNode>();
  const edges = new Map<string, SurroundingEdge>();
  const cut = new Set<string>();
  const first = halves[0];
  if (!first) return { nodes: [], edges: [], gaps, cut: [] };
  nodes.set(suspectId, { id: suspectId, kind: 'suspect', label: labelOf(first), dossier: first.id });

  const connect = (from: string, to: string, label: string, list: SurroundingEdge['list']) =>
    edges.set(`${from} ${to}`, { from, to, label, list });
  const nodeOf = (person: PersonFragment): string => {
    if (own.has(person.id)) return suspectId;
    const { id } = person;
    nodes.set(id, { id, kind: 'person', label: labelOf(person), dossier: id, agency: ownerOf(id) });
    return id;
  };
  for (const { memberships, infrastructure } of halves) {
    for (const { rank, group } of memberships ?? []) {
      if (!group) continue;
      const { id, agency, name, kind, members } = group;
      nodes.set(id, { id, kind: 'group', label: name, agency, code: { list: 'GroupKind', code: kind } });
      if (members?.pageInfo?.hasNextPage) cut.add(id);
      connect(suspectId, id, rank, 'GroupRank');
      for (const member of members?.nodes ?? [])
        connect(nodeOf(member.dossier), id, member.rank, 'GroupRank');
    }
    for (const { kind, value, node } of infrastructure ?? []) {
      const thing = `${kind} ${value}`;
      const others = (node?.dossiers?.nodes ?? []).filter(({ id }) => !own.has(id));
      if (others.length === 0 && !nodes.has(thing)) continue;
      const code = { list: 'InfrastructureKind', code: kind } as const;
      nodes.set(thing, { id: thing, kind: 'thing', label: value, code });
      if (node?.dossiers?.pageInfo?.hasNextPage) cut.add(thing);
      connect(suspectId, thing, kind, 'InfrastructureKind');
      for (const other of others) connect(nodeOf(other), thing, kind, 'InfrastructureKind');
    }
  }
  const all = [...nodes.values()];
  return { nodes: all, edges: [...edges.values()], gaps, cut: all.filter(({ id }) => cut.has(id)) };
}

/**
 * The part of the surroundings that is drawn: the suspect with all groups and things, and those persons first who share
 * most with them, no more than `most` in all.
 */
export function drawnOf({ nodes, edges }: Surroundings, most: number): Pick<Surroundings, 'nodes' | 'edges'> {
  const shared = new Map<string, number>();
  for (const { from } of edges) shared.set(from, (shared.get(from) ?? 0) + 1);
  const isPerson = ({ kind }: SurroundingNode) => kind === 'person';
  const closest = (one: SurroundingNode, other: SurroundingNode) =>
    (shared.get(other.id) ?? 0) - (shared.get(one.id) ?? 0);
  const ranked = [...nodes.filter((node) => !isPerson(node)), ...nodes.filter(isPerson).sort(closest)].slice(
    0,
    most,
  );
  const drawn = new Set(ranked.map(({ id }) => id));
  return {
    nodes: nodes.filter(({ id }) => drawn.has(id)),
    edges: edges.filter(({ from, to }) => drawn.has(from) && drawn.has(to)),
  };
}
