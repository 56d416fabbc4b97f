import {
  buildClientSchema,
  type GraphQLSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
} from 'graphql';
import { useEffect, useState } from 'react';
import { send } from './wire/ask.ts';
import { readClasses } from './wire/session.ts';

/** The schema as the gateway tells it, with the information class of each field, by coordinate. */
export interface KnownSchema {
  schema: GraphQLSchema;
  classes: Readonly<Record<string, string>>;
}

/** Adds each field’s class to its description, where the editor shows it beside the field. */
export function describeClasses(
  introspection: IntrospectionQuery,
  classes: Readonly<Record<string, string>>,
  sentence: (informationClass: string) => string,
): IntrospectionQuery {
  const types = introspection.__schema.types.map((type) => {
    if (type.kind !== 'OBJECT' && type.kind !== 'INTERFACE') return type;
    const fields = type.fields.map((field) => {
      const found = classes[`${type.name}.${field.name}`];
      if (found === undefined) return field;
      return { ...field, description: [field.description, sentence(found)].filter(Boolean).join('\n\n') };
    });
    return { ...type, fields };
  });
  return { __schema: { ...introspection.__schema, types } as IntrospectionQuery['__schema'] };
}

/** Reads the schema once, with the session’s token and without a mandate, which it does not need. */
export function useSchema(sentence: (informationClass: string) => string): KnownSchema | undefined {
  const [read, setRead] = useState<{ introspection: IntrospectionQuery; classes: Record<string, string> }>();
  const [known, setKnown] = useState<KnownSchema>();
  useEffect(() => {
    Promise.all([send({ query: getIntrospectionQuery() }, {}), readClasses()]).then(([sent, classes]) => {
      if (sent.state !== 'answered' || !sent.answer.data) return;
      setRead({ introspection: sent.answer.data as unknown as IntrospectionQuery, classes });
    });
  }, []);
  // The sentence is new on each render; what it says depends on the language of the page alone.
  const sample = sentence('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (!read) return;
    const { introspection, classes } = read;
    setKnown({ schema: buildClientSchema(describeClasses(introspection, classes, sentence)), classes });
  }, [read, sample]);
  return known;
}
