import {
  buildClientSchema,
  type GraphQLSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
} from 'graphql';
import { useEffect, useState } from 'react';
import { type Sending, send } from '../wire/operation.ts';
import { readClasses } from '../wire/session.ts';

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

interface Read {
  introspection: IntrospectionQuery;
  classes: Record<string, string>;
}

/** Milliseconds before each time that it is tried again without being told to. */
const pauses = [500, 2_000];

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** @throws when the gateway does not tell it */
async function readOnce(sending: Sending): Promise<Read> {
  const [sent, classes] = await Promise.all([
    send({ query: getIntrospectionQuery() }, {}, sending),
    readClasses(sending.session),
  ]);
  if (sent.state !== 'answered' || !sent.answer.data) throw new Error('the schema cannot be read');
  return { introspection: sent.answer.data as unknown as IntrospectionQuery, classes };
}

async function readSchema(sending: Sending): Promise<Read | undefined> {
  for (const before of [0, ...pauses]) {
    await pause(before);
    try {
      return await readOnce(sending);
    } catch {
      // Tried again; in the end the page says so.
    }
  }
  return undefined;
}

/** The schema as far as it is known, and a way to read it again where it could not be read. */
export interface SchemaReading {
  known: KnownSchema | undefined;
  hasFailed: boolean;
  readAgain(): void;
}

/** Reads the schema once, with the session’s token and without a mandate, which it does not need. */
export function useSchema(sending: Sending, sentence: (informationClass: string) => string): SchemaReading {
  const [read, setRead] = useState<Read>();
  const [hasFailed, setHasFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [known, setKnown] = useState<KnownSchema>();
  const isRead = read !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt, or a new session, reads again
  useEffect(() => {
    if (isRead) return;
    let isCurrent = true;
    setHasFailed(false);
    void readSchema(sending).then((found) => {
      if (!isCurrent) return;
      setRead(found);
      setHasFailed(!found);
    });
    return () => {
      isCurrent = false;
    };
  }, [isRead, sending, attempt]);
  // The sentence is new on each render; what it says depends on the language of the page alone.
  const sample = sentence('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (!read) return;
    const { introspection, classes } = read;
    setKnown({ schema: buildClientSchema(describeClasses(introspection, classes, sentence)), classes });
  }, [read, sample]);
  return { known, hasFailed, readAgain: () => setAttempt((before) => before + 1) };
}
