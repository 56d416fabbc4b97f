import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { comparedElsewhere } from '../../support/policy/fields.ts';
import { namedCase, otherCase } from '../../support/policy/states.ts';

/** Draws a number below `below`; all that is random of a query is drawn here, so a query shrinks with its draws. */
export type Draw = (below: number) => number;

export const drawsOf = (tape: readonly number[]): Draw => {
  let at = 0;
  return (below) => {
    const drawn = tape[at % tape.length] ?? 0;
    at += 1;
    // Shifted each time around, or a short tape would say the same forever.
    return (drawn + Math.floor(at / tape.length)) % below;
  };
};

/** The cases that a query names. */
const cases = [namedCase, otherCase];

/** Before the first, nothing has ended; before the second, all has. */
const moments = ['2020-01-01T00:00:00.000Z', '2099-01-01T00:00:00.000Z'];

/** What a query may name. */
export interface Names {
  dossiers: readonly string[];
  operations: readonly string[];
  groups: readonly string[];
}

/** The gateway takes 30; some are left for the roots. */
const mostAliases = 24;
/** Aliases of one field with the same arguments. The gateway takes three names in one place, its own one among them. */
const mostNames = 2;
const mostFields = 90;
const deepest = 11;
/** One, and one inside a half of it. */
const mostSuspects = 2;

/** Things that dossiers share. In the dossiers to which they lead each list costs as many fields as it can be long, up to 200. */
const isShared = ({ name }: GraphQLNamedType): boolean => /^Infra.*Node$|^Instr.*Node$|Group$/.test(name);
/** Fields of such dossiers, which so cost no more than the gateway takes. */
const mostOfOthers = 8;
/** The fields of a dossier that lead to shared things. */
const sharing = ['instruments', 'infrastructure', 'memberships'];

/** The ways on where most could leak, and which chance alone would hardly go to their end; by the end of a type's name. */
const waysFrom: Readonly<Record<string, readonly (readonly string[])[]>> = {
  Query: [
    ['dossiers', 'nodes'],
    ['releasedDossiers', 'nodes'],
    ['waiting', 'nodes'],
    ['measures', 'nodes', 'taken'],
    ['measures', 'nodes', 'planned'],
    ['releases', 'nodes'],
    ['releases', 'edges', 'dossier'],
    ['links', 'nodes'],
    ['links', 'edges', 'dossier'],
    ['group', 'members', 'nodes', 'dossier'],
  ],
  Dossier: [
    ['instruments', 'node', 'dossiers', 'nodes'],
    ['infrastructure', 'node', 'dossiers', 'nodes'],
    ['memberships', 'group', 'members', 'nodes', 'dossier'],
    ['history', 'nodes', 'changes'],
    ['releases'],
    ['links'],
  ],
};
/** True for what is compared in a table of its own; the key of an object has the name of what a list's edge leads to. */
const isElsewhere = (name: string, type: GraphQLNamedType): boolean =>
  comparedElsewhere.includes(name) && (name !== 'node' || isLeafType(type));

const waysOf = ({ name }: GraphQLNamedType) =>
  Object.entries(waysFrom).find(([end]) => name.endsWith(end) && name !== end)?.[1] ?? [];

/** Writes random selections of a schema, with fragments, aliases, conditions and pages; valid by how it is made. */
export function queryWriter(schema: GraphQLSchema, draw: Draw, { dossiers, operations, groups }: Names) {
  const fragments: string[] = [];
  let aliases = 0;
  let fields = 0;
  /** Those inside which the writer is. */
  let suspects = 0;
  let shared = 0;
  /** Fields that were written inside shared things. */
  let ofOthers = 0;
  /** How often each field stands under an alias, by its name and arguments. */
  const named = new Map<string, number>();
  const one = <Item>(items: readonly Item[]): Item => items[draw(items.length)] as Item;

  /** Notes an alias of a field, unless it has as many as one place may have beside its own name. */
  function mayBeNamed(field: string): boolean {
    const names = named.get(field) ?? 0;
    if (aliases >= mostAliases || names >= mostNames) return false;
    named.set(field, names + 1);
    aliases += 1;
    return true;
  }

  const condition = (): string =>
    draw(8) > 0
      ? ''
      : one([' @include(if: $yes)', ' @skip(if: $yes)', ' @include(if: $no)', ' @skip(if: $no)']);

  /** A value of a closed list, or an input with one of its fields; undefined for an id. */
  function chosenFor(type: GraphQLInputType): string | undefined {
    const named = getNamedType(type);
    const isList = getNullableType(type) !== named;
    if (isEnumType(named)) {
      const value = one(named.getValues()).name;
      return isList ? `[${value}]` : value;
    }
    if (named.name === 'Boolean') return one(['true', 'false']);
    if (named.name === 'CaseNumber') return `"${one(cases)}"`;
    if (named.name === 'DateTime') return `"${one(moments)}"`;
    if (named.name === 'Date') return `"${one(moments).slice(0, 10)}"`;
    if (!isInputObjectType(named)) return undefined;
    const field = one(Object.values(named.getFields()));
    return `{ ${field.name}: ${chosenFor(field.type)} }`;
  }

  function argumentsOf(field: GraphQLField<unknown, unknown>): string {
    const given = field.args.flatMap(({ name, type }) => {
      if (name === 'first') return [`first: ${1 + draw(shared > 0 ? 2 : 3)}`];
      // Nobody can make a cursor: pages that follow are asked for by hand.
      if (name === 'after') return [];
      const chosen = chosenFor(type);
      if (chosen === undefined)
        return [`${name}: "${one({ group: groups, operation: operations }[field.name] ?? dossiers)}"`];
      return isNonNullType(type) || draw(3) > 0 ? [`${name}: ${chosen}`] : [];
    });
    return given.length > 0 ? `(${given.join(', ')})` : '';
  }

  function insideShared(type: GraphQLNamedType, write: () => string): string {
    if (isShared(type)) shared += 1;
    const text = write();
    if (isShared(type)) shared -= 1;
    return text;
  }

  function fieldText(field: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(field.type);
    const needsAlias = field.args.length > 0;
    const asked = `${field.name}${argumentsOf(field)}`;
    const isAliased = (needsAlias || draw(9) === 0) && mayBeNamed(asked);
    if (needsAlias && !isAliased) return '';
    fields += 1;
    if (shared > 0) ofOthers += 1;
    const isSuspect = type.name === 'Suspect' ? 1 : 0;
    suspects += isSuspect;
    const below = isLeafType(type) ? '' : ` { ${insideShared(type, () => selection(type, depth + 1))} }`;
    suspects -= isSuspect;
    return `${isAliased ? `a${aliases}_${fields}: ` : ''}${asked}${condition()}${below}`;
  }

  function wayText(type: GraphQLNamedType, [step, ...rest]: readonly string[], depth: number): string {
    const field = step && (isObjectType(type) || isInterfaceType(type)) ? type.getFields()[step] : undefined;
    if (!field) return selection(type, depth);
    const isPaged = field.args.some(({ name }) => name === 'first');
    const needsAlias = field.args.length > 0;
    const asked = `${field.name}${argumentsOf(field)}`;
    if (needsAlias && !mayBeNamed(asked)) return '__typename';
    const alias = needsAlias ? `w${aliases}_${fields}: ` : '';
    const page = isPaged ? ' pageInfo { hasNextPage endCursor }' : '';
    const next = getNamedType(field.type);
    const below = `${insideShared(next, () => wayText(next, rest, depth + 1))}${page}`;
    return `${alias}${asked} { ${below} }`;
  }

  /** The types on which a fragment may stand inside a type: itself, what it implements, or what implements it. */
  function conditionsIn(type: GraphQLNamedType): GraphQLNamedType[] {
    // What is a node can be all else too, whose fields of one name have different types.
    const above = isObjectType(type) ? type.getInterfaces().filter(({ name }) => name !== 'Node') : [];
    const below = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
    return [type, ...above, ...below];
  }

  function fragmentText(type: GraphQLNamedType, depth: number): string {
    const inside = one(conditionsIn(type));
    if (draw(2) === 0) return `... on ${inside.name}${condition()} { ${selection(inside, depth)} }`;
    const name = `F${fragments.length}`;
    const place = fragments.push('') - 1;
    const before = aliases;
    fragments[place] = `fragment ${name} on ${inside.name} { ${selection(inside, depth)} }`;
    const spread = `...${name}${condition()}`;
    // Aliases are counted once for each spread.
    return draw(3) === 0 && aliases === before ? `${spread} ${spread}` : spread;
  }

  function selection(type: GraphQLNamedType, depth: number): string {
    if (!isObjectType(type) && !isInterfaceType(type)) return '__typename';
    // The record of reads and what was spent grow with the test itself; machinery is asked by hand, and once is all that one may search.
    const known = Object.values(type.getFields()).filter(
      ({ name, type: of }) =>
        !['reads', 'budgets'].includes(name) &&
        !isElsewhere(name, getNamedType(of)) &&
        !name.startsWith('_') &&
        (suspects < mostSuspects || getNamedType(of).name !== 'Suspect') &&
        !(shared > 0 && sharing.includes(name)),
    );
    const text = ['__typename'];
    const ways = waysOf(type).filter(([step = '']) => shared === 0 || !sharing.includes(step));
    if (ways.length > 0 && depth < 6 && draw(3) > 0) text.push(wayText(type, one(ways), depth));
    const isFull = () => fields >= mostFields || (shared > 0 && ofOthers >= mostOfOthers);
    for (let left = 1 + draw(5); left > 0 && !isFull(); left -= 1) {
      const field = one(known);
      if (depth < deepest && draw(5) === 0) text.push(fragmentText(type, depth + 1));
      else if (depth < deepest || isLeafType(getNamedType(field.type))) text.push(fieldText(field, depth));
    }
    return text.join(' ');
  }

  return {
    /** @param within as how many suspects the field counts that it is selected of, as `node` does whatever it is */
    selection(type: string, within = type === 'Suspect' ? 1 : 0): string {
      suspects = within;
      return selection(schema.getType(type) as GraphQLNamedType, 1);
    },
    one,
    /** The whole document; the variables of conditions are declared when they are used. */
    document(declared: readonly string[], body: string): string {
      const all = [body, ...fragments].join('\n');
      const conditions = ['$yes', '$no'].filter((name) => all.includes(`if: ${name}`));
      const variables = [...declared, ...conditions.map((name) => `${name}: Boolean!`)];
      return `query Random${variables.length > 0 ? `(${variables.join(', ')})` : ''} { ${body} }\n${fragments.join('\n')}`;
    },
  };
}
