import { buildSubgraphSchema } from '@apollo/subgraph';
import { buildSchema, type GraphQLSchema, isObjectType, parse } from 'graphql';
import { accessProblems, actionOf, classOf } from '../../../schema/protect/access.ts';
import { informationClasses } from '../../../terms/enums.ts';
import { builtSdl } from '../../support/schema-files.ts';

const directive = `
  directive @access(class: access__Class!, action: String) on FIELD_DEFINITION | OBJECT | INTERFACE | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
  enum access__Class { ${informationClasses.join(' ')} }
`;
const schemaOf = (sdl: string): GraphQLSchema => buildSchema(`${directive} ${sdl}`);
const problems = (sdl: string): string[] => accessProblems(schemaOf(sdl));

describe('every field has an information class', () => {
  test('of its own, or from its type', () => {
    expect(problems('type Query { a: Int @access(class: CASE) }')).toEqual([]);
    expect(problems('type Query @access(class: CASE) { a: Int b: Int }')).toEqual([]);
    expect(problems('type Query { a: Int } extend type Query @access(class: CASE)')).toEqual([]);
  });

  test('or the field is named', () => {
    expect(problems('type Query { a: Int @access(class: CASE) b: Int }')).toEqual([
      'Query.b has no information class: add @access(class: …)',
    ]);
  });

  test('in an interface and in a type that implements it', () => {
    const types = (onInterface: string, onType: string) => `
      interface Dossier { id: ID ${onInterface} }
      type Query implements Dossier { id: ID ${onType} }
    `;
    const open = '@access(class: OPEN)';
    expect(problems(types(open, open))).toEqual([]);
    expect(problems(types('', open))).toContain('Dossier.id has no information class: add @access(class: …)');
    expect(problems(types(open, ''))).toEqual(['Query.id has no information class: add @access(class: …)']);
  });

  test('the same in a type as in the interface that it implements', () => {
    const types = (onType: string) => `
      interface Dossier { id: ID @access(class: CASE) }
      type Query implements Dossier { id: ID @access(class: ${onType}) own: Int @access(class: OPEN) }
    `;
    expect(problems(types('CASE'))).toEqual([]);
    expect(problems(types('IDENTITY'))).toEqual(['Query.id has another class than Dossier.id']);
  });

  test('the same whether it stands on the field or on the type', () => {
    const types = (onType: string) => `
      interface Dossier { id: ID @access(class: CASE) }
      type Query implements Dossier @access(class: ${onType}) { id: ID }
    `;
    expect(problems(types('CASE'))).toEqual([]);
    expect(problems(types('OPEN'))).toEqual(['Query.id has another class than Dossier.id']);
  });

  test('in a type that nothing leads to', () => {
    expect(problems('type Query { a: Int @access(class: OPEN) } type Alone { b: Int }')).toEqual([
      'Alone.b has no information class: add @access(class: …)',
    ]);
  });
});

describe('every argument has an information class', () => {
  test('of its own, whatever the field has', () => {
    expect(problems('type Query @access(class: OPEN) { a(b: Int @access(class: OPEN)): Int }')).toEqual([]);
    expect(
      problems('type Query @access(class: OPEN) { a(b: Int, c: Int @access(class: OPEN)): Int }'),
    ).toEqual(['Query.a(b:) has no information class: add @access(class: …)']);
  });

  const asking = (argument: string) =>
    `type Query { a(b: Int @access(class: ${argument})): Int @access(class: CASE) }`;

  test.each(['OPEN', 'CASE'])('that its field answers for: %s of a field of CASE', (argument) => {
    expect(problems(asking(argument))).toEqual([]);
  });

  test.each(['IDENTITY', 'VICTIM', 'LINKAGE'])(
    'and not another, which the record would be asked without being decided on: %s',
    (argument) => {
      expect(problems(asking(argument))).toEqual(['Query.a(b:) must be OPEN or CASE, as its field is']);
    },
  );

  test('and so an open field takes open arguments alone', () => {
    expect(problems('type Query { a(b: Int @access(class: CASE)): Int @access(class: OPEN) }')).toEqual([
      'Query.a(b:) must be OPEN, as its field is',
    ]);
  });

  test('unless it is a list, which asks no record and chooses by them', () => {
    const list = (type: string) =>
      problems(`${type} type Query { a(b: Int @access(class: CASE)): Page @access(class: OPEN) }`);
    expect(list('type Page @access(class: OPEN) { pageInfo: Int! }')).toEqual([]);
    expect(list('type Page @access(class: OPEN) { info: Int! }')).toEqual([
      'Query.a(b:) must be OPEN, as its field is',
    ]);
  });

  test('and so has every field of an input type', () => {
    const sdl =
      'input Criteria { name: String } type Query { a(b: Criteria @access(class: OPEN)): Int @access(class: OPEN) }';
    expect(problems(sdl)).toEqual([expect.stringMatching(/^Criteria\.name has no information class/)]);
  });
});

describe('a field that can be denied is nullable', () => {
  test('or it is named', () => {
    expect(problems('type Query { a: Int @access(class: CASE) }')).toEqual([]);
    expect(problems('type Query { a: Int! @access(class: CASE) }')).toEqual([
      'Query.a can be denied, so it must be nullable',
    ]);
  });

  test('unless it is open', () => {
    expect(problems('type Query { a: Int! @access(class: OPEN) }')).toEqual([]);
    expect(problems('type Query @access(class: OPEN) { a: Int! }')).toEqual([]);
  });

  test('even where its type is open but it is not', () => {
    expect(problems('type Query @access(class: OPEN) { a: Int! @access(class: VICTIM) }')).toEqual([
      'Query.a can be denied, so it must be nullable',
    ]);
  });

  test('while the members of a list need not be', () => {
    expect(problems('type Query { a: [Int!] @access(class: CASE) }')).toEqual([]);
    expect(problems('type Query { a: [Int!]! @access(class: CASE) }')).toEqual([
      'Query.a can be denied, so it must be nullable',
    ]);
  });
});

describe('inside a type of one class a field may be non-null', () => {
  const contact = 'type Contact @access(class: CONTACT) { value: String! }';

  test('when everything that leads to the type has that class', () => {
    expect(
      problems(
        `${contact} type Query { a: [Contact!] @access(class: CONTACT) b: Contact @access(class: CONTACT) }`,
      ),
    ).toEqual([]);
  });

  test.each(['Contact', '[Contact!]', '[Contact]'])(
    'but not when a %s of another class leads to it',
    (type) => {
      expect(
        problems(
          `${contact} type Query { a: Contact @access(class: CONTACT) b: ${type} @access(class: CASE) }`,
        ),
      ).toEqual(['Contact.value is non-null, but Query.b leads to it with another class than CONTACT']);
    },
  );

  test('but not when an open field leads to it', () => {
    expect(problems(`${contact} type Query { a: Contact @access(class: OPEN) }`)).toEqual([
      'Contact.value is non-null, but Query.a leads to it with another class than CONTACT',
    ]);
  });

  test('and a field of another class in it must not be', () => {
    expect(
      problems(`
        type Contact @access(class: CONTACT) { value: String! @access(class: TECHNICAL) }
        type Query { a: Contact @access(class: CONTACT) }
      `),
    ).toEqual(['Contact.value can be denied, so it must be nullable']);
  });

  test.each([
    ['an interface', 'interface Other @access(class: OPEN) { id: ID }', 'implements Other'],
    ['a union', 'union Other = Contact', ''],
  ])('but not when %s of another class leads to it', (_what, other, implementing) => {
    expect(
      problems(`
        ${other}
        type Contact ${implementing} @access(class: CONTACT) { id: ID @access(class: OPEN) value: String! }
        type Query { a: Other @access(class: OPEN) }
      `),
    ).toEqual(['Contact.value is non-null, but Query.a leads to it with another class than CONTACT']);
  });
});

describe('the class of a field', () => {
  const schema = schemaOf(
    'type Query @access(class: CASE) { a: Int b: Int @access(class: OPEN) } type None { c: Int }',
  );
  const classAt = (typeName: string, fieldName: string) => {
    const type = schema.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
    return type && field ? classOf(type, field) : 'no such field';
  };

  test('is its own before that of its type', () => {
    expect(classAt('Query', 'a')).toBe('CASE');
    expect(classAt('Query', 'b')).toBe('OPEN');
    expect(classAt('None', 'c')).toBeUndefined();
  });
});

describe('the action of a field', () => {
  const actionAt = (directives: string) => {
    const { a } = schemaOf(`type Query { a: Int ${directives} }`).getQueryType()?.getFields() ?? {};
    return a && actionOf(a);
  };

  test('is what only some may do at the owner, beside its class', () => {
    const directives = '@access(class: OPEN, action: "readHistory")';
    expect(actionAt(directives)).toBe('readHistory');
    expect(problems(`type Query { a: Int ${directives} }`)).toEqual([]);
  });

  test('is none unless it is named', () => {
    expect(actionAt('@access(class: OPEN)')).toBeUndefined();
    expect(actionAt('')).toBeUndefined();
  });
});

test('several problems are all told, each by its coordinate', () => {
  expect(
    problems('type Query { a: Int! @access(class: CASE) b(c: Int): Int @access(class: OPEN) d: Int }'),
  ).toEqual([
    'Query.a can be denied, so it must be nullable',
    'Query.b(c:) has no information class: add @access(class: …)',
    'Query.d has no information class: add @access(class: …)',
  ]);
});

describe.each(['belarus', 'crossborder', 'russia'])('the schema of %s', (subgraph) => {
  const built = (change = (sdl: string) => sdl) =>
    accessProblems(buildSubgraphSchema({ typeDefs: parse(change(builtSdl(subgraph))) }));

  test('has no problem', () => {
    expect(built()).toEqual([]);
  });

  test('has one when a single directive is forgotten', () => {
    const forgotten = /(type Suspect [^}]*id: ID!) @access\(class: OPEN\)/;
    expect(built((sdl) => sdl.replace(forgotten, '$1'))).toEqual([
      'Suspect.id has no information class: add @access(class: …)',
    ]);
  });
});
