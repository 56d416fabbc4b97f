import { type Agency, agencyNames, subgraphOf } from '../../identity/agencies.ts';
import type { Answer } from '../answer/answer.ts';

export type NodeKind = 'suspect' | 'person' | 'group' | 'thing';

export interface SurroundingNode {
  id: string;
  kind: NodeKind;
  label: string;
  /** A dossier's id, where there is one to open. */
  dossier?: string;
  /** Of a group, which is one agency's record; a thing may be in the records of both. */
  agency?: Agency;
}

export interface SurroundingEdge {
  from: string;
  to: string;
  /** A rank in a group, or the kind of a thing. */
  label: string;
  list: 'rank' | 'infrastructureKind';
}

export interface Surroundings {
  nodes: SurroundingNode[];
  edges: SurroundingEdge[];
}

interface Person {
  id: string;
  names: { full: string }[] | null;
}

interface Around extends Person {
  memberships:
    | {
        rank: string;
        group: {
          id: string;
          agency: Agency;
          name: string;
          members: { nodes: { rank: string; dossier: Person }[] };
        } | null;
      }[]
    | null;
  infrastructure:
    | { kind: string; value: string; node: { dossiers: { nodes: Person[] } | null } | null }[]
    | null;
}

const suspectId = 'suspect';
const labelOf = ({ id, names }: Person) => names?.[0]?.full ?? id;

/**
 * The groups and shared things around a suspect, out of the answer to their query. Both halves are one node; a thing that
 * both agencies have recorded is one node too; things that only the suspect has are left out.
 */
export function surroundingsOf(answer: Answer): Surroundings {
  const suspect = answer.data?.suspect as Record<string, Around | null> | null | undefined;
  const halves = agencyNames.flatMap((agency) => suspect?.[subgraphOf(agency)] ?? []);
  const own = new Set(halves.map(({ id }) => id));
  const nodes = new Map<string, SurroundingNode>();
  const edges = new Map<string, SurroundingEdge>();
  const first = halves[0];
  if (!first) return { nodes: [], edges: [] };
  nodes.set(suspectId, { id: suspectId, kind: 'suspect', label: labelOf(first), dossier: first.id });

  const connect = (from: string, to: string, label: string, list: SurroundingEdge['list']) =>
    edges.set(`${from} ${to}`, { from, to, label, list });
  const nodeOf = (person: Person): string => {
    if (own.has(person.id)) return suspectId;
    nodes.set(person.id, { id: person.id, kind: 'person', label: labelOf(person), dossier: person.id });
    return person.id;
  };
  for (const { memberships, infrastructure } of halves) {
    for (const { rank, group } of memberships ?? []) {
      if (!group) continue;
      nodes.set(group.id, { id: group.id, kind: 'group', label: group.name, agency: group.agency });
      connect(suspectId, group.id, rank, 'rank');
      for (const member of group.members.nodes)
        connect(nodeOf(member.dossier), group.id, member.rank, 'rank');
    }
    for (const { kind, value, node } of infrastructure ?? []) {
      const thing = `${kind} ${value}`;
      const others = (node?.dossiers?.nodes ?? []).filter(({ id }) => !own.has(id));
      if (others.length === 0 && !nodes.has(thing)) continue;
      nodes.set(thing, { id: thing, kind: 'thing', label: value });
      connect(suspectId, thing, kind, 'infrastructureKind');
      for (const other of others) connect(nodeOf(other), thing, kind, 'infrastructureKind');
    }
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()] };
}
