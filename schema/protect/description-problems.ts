import { type DefinitionNode, type InputValueDefinitionNode, Kind, type StringValueNode } from 'graphql';

/** The same text may describe at most this many things. */
const mostUses = 3;

/** A part of the schema that needs a description, and the names around it whose words alone would say nothing. */
interface Described {
  coordinate: string;
  names: readonly string[];
  description: StringValueNode | undefined;
}

const isSpread = ({ directives }: { directives?: readonly { name: { value: string } }[] }): boolean =>
  directives?.some(({ name }) => name.value === 'spread') ?? false;

/** `ForeignDossier` and `OwnDossier` are one type, seen from two agencies. */
const typeOf = (name: string): string => name.replace(/^(Foreign|Each)(?=[A-Z])/, 'Own');

function* argumentsOf(
  coordinate: string,
  names: readonly string[],
  given: readonly InputValueDefinitionNode[] = [],
): Generator<Described> {
  for (const { name, description } of given)
    yield { coordinate: `${coordinate}(${name.value}:)`, names: [...names, name.value], description };
}

function* describedIn(definition: DefinitionNode): Generator<Described> {
  if (!('name' in definition) || !definition.name) return;
  const type = typeOf(definition.name.value);
  if (definition.kind === Kind.DIRECTIVE_DEFINITION) {
    yield { coordinate: `@${type}`, names: [type], description: definition.description };
    yield* argumentsOf(`@${type}`, [type], definition.arguments);
    return;
  }
  // An extension is described where its type is defined.
  if ('description' in definition)
    yield { coordinate: type, names: [type], description: definition.description };
  const members = [
    ...('fields' in definition ? (definition.fields ?? []) : []),
    ...('values' in definition ? (definition.values ?? []) : []),
  ];
  for (const member of members) {
    const { name, description } = member;
    if (isSpread(member)) continue;
    const coordinate = `${type}.${name.value}`;
    yield { coordinate, names: [type, name.value], description };
    if ('arguments' in member) yield* argumentsOf(coordinate, [type, name.value], member.arguments);
  }
}

/** The words of a text or a name, without their endings: `proposedBy` has `propos` and `by`. */
const wordsOf = (text: string): string[] =>
  text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .map((word) => word.replace(/(ies|es|ed|s|e|y)$/, ''))
    .filter((word) => word !== '');

const emptyWords = new Set(
  wordsOf('a an the this that these of for to in on by at as and or is are its their which with'),
);

const saysNothing = (text: string, names: readonly string[]): boolean => {
  const known = new Set(names.flatMap(wordsOf));
  return wordsOf(text).every((word) => known.has(word) || emptyWords.has(word));
};

/** The fields that each type shares with an interface, by their coordinates in the interface. */
function sharedFields(definitions: readonly DefinitionNode[]): Map<string, string> {
  const fieldsOf = new Map<string, string[]>();
  for (const each of definitions)
    if (each.kind === Kind.INTERFACE_TYPE_DEFINITION)
      fieldsOf.set(each.name.value, each.fields?.map(({ name }) => name.value) ?? []);
  return new Map(
    definitions.flatMap((each) =>
      each.kind === Kind.OBJECT_TYPE_DEFINITION
        ? (each.interfaces ?? []).flatMap(({ name }) =>
            (fieldsOf.get(name.value) ?? []).map(
              (field) => [`${typeOf(each.name.value)}.${field}`, `${name.value}.${field}`] as const,
            ),
          )
        : [],
    ),
  );
}

/**
 * Checks that whoever reads the schema is told what each part of it means: a type, a field, an argument, an input field or a
 * member of an enum without a description is a problem; so is one that repeats only the words of its name, and one text for more
 * than three things. It looks at the files as they are written: a half that every agency has counts once, and a field that a type
 * shares with an interface counts as the interface's.
 * @returns one sentence a problem, each naming the coordinate
 */
export function descriptionProblems(definitions: readonly DefinitionNode[]): string[] {
  const shared = sharedFields(definitions);
  const texts = new Map<string, string | undefined>();
  const problems: string[] = [];
  for (const definition of definitions) {
    for (const { coordinate, names, description } of describedIn(definition)) {
      const text = description?.value.trim();
      const place = shared.get(coordinate) ?? coordinate;
      texts.set(place, texts.get(place) ?? text);
      if (text !== undefined && saysNothing(text, names))
        problems.push(`${coordinate} repeats its name as its description: say what it means`);
    }
  }
  const uses = new Map<string, string[]>();
  for (const [coordinate, text] of texts) {
    if (text === undefined) problems.push(`${coordinate} has no description`);
    else uses.set(text, [...(uses.get(text) ?? []), coordinate]);
  }
  for (const [text, coordinates] of uses)
    if (coordinates.length > mostUses)
      problems.push(`"${text}" describes ${coordinates.join(', ')}: say what each of them means`);
  return problems;
}
