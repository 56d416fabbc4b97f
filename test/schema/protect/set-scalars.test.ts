import { buildSchema, graphqlSync, parse, validate, visit } from 'graphql';
import { setScalars } from '../../../schema/protect/set-scalars.ts';
import { scalarForms } from '../../../terms/scalar-forms.ts';
import { type ScalarName, scalarTexts as texts } from '../../support/scalar-texts.ts';
import { builtSdl, projectFile } from '../../support/schema-files.ts';

const names = Object.keys(texts) as ScalarName[];
const each = (which: 'right' | 'wrong') =>
  names.flatMap((name) => texts[name][which].map((text): [ScalarName, string] => [name, text]));

const schema = buildSchema(
  `${names.map((name) => `scalar ${name}`).join('\n')}
  type Query { ${names.map((name) => `of${name}(it: ${name}!): ${name}`).join(' ')} }`,
);
setScalars(schema);
const rootValue = Object.fromEntries(names.map((name) => [`of${name}`, ({ it }: { it: string }) => it]));

/** The scalar as a variable, which is coerced, and as a literal, which is validated. */
const asVariable = (name: string, it: unknown) =>
  graphqlSync({
    schema,
    rootValue,
    source: `query ($it: ${name}!) { of${name}(it: $it) }`,
    variableValues: { it },
  });
const asLiteral = (name: string, literal: string) => {
  const source = `{ of${name}(it: ${literal}) }`;
  const [error] = validate(schema, parse(source));
  return error ? { errors: [error] } : graphqlSync({ schema, rootValue, source });
};

describe('a scalar', () => {
  test.each(each('right'))('%s takes %j, and hands it on unchanged', (name, text) => {
    const data = { [`of${name}`]: text };
    expect(asVariable(name, text)).toEqual({ data });
    expect(asLiteral(name, JSON.stringify(text))).toEqual({ data });
  });

  test.each(each('wrong'))('%s refuses %j, with its form', (name, text) => {
    const message = `${name} must be ${scalarForms[name].form}.`;
    const [literal] = asLiteral(name, JSON.stringify(text)).errors ?? [];
    expect([literal?.message, literal?.extensions.code]).toEqual([message, 'BAD_USER_INPUT']);
    expect(literal?.locations).toHaveLength(1);
    const [variable] = asVariable(name, text).errors ?? [];
    expect(variable?.message.endsWith(`; ${message}`)).toBe(true);
    expect(variable?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test.each(names)('%s refuses what is no text', (name) => {
    for (const value of [7, 1.5, true, {}, [], ['BY'], { $gt: '' }])
      expect(asVariable(name, value).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    for (const literal of ['7', '1.5', 'true', '{}', 'BY'])
      expect(asLiteral(name, literal).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('tells what is recorded, also in a form that is no longer taken, and nothing that is no text', () => {
    const told = (value: unknown) =>
      graphqlSync({ schema, source: '{ ofDate(it: "2026-11-25") }', rootValue: { ofDate: () => value } });
    expect(told('1985')).toEqual({ data: { ofDate: '1985' } });
    expect(told(7).data).toEqual({ ofDate: null });
  });

  test('tells a recorded moment as a DateTime, and as nothing else', () => {
    const at = new Date(Date.UTC(2026, 10, 25, 9, 30));
    const told = (name: ScalarName) =>
      graphqlSync({
        schema,
        source: `{ of${name}(it: ${JSON.stringify(texts[name].right[0])}) }`,
        rootValue: { [`of${name}`]: () => at },
      }).data;
    expect(told('DateTime')).toEqual({ ofDateTime: '2026-11-25T09:30:00.000Z' });
    expect(told('Date')).toEqual({ ofDate: null });
    expect(told('PartialDate')).toEqual({ ofPartialDate: null });
  });
});

describe('the SDL', () => {
  const scalarsIn = (sdl: string): Map<string, string[]> => {
    const found = new Map<string, string[]>();
    visit(parse(sdl), {
      ScalarTypeDefinition: ({ name, directives = [] }) => {
        found.set(
          name.value,
          directives.filter((one) => one.name.value === 'specifiedBy').map((one) => one.name.value),
        );
      },
    });
    return found;
  };

  test('names where each scalar is specified, for clients too', () => {
    const expected = new Map([...names, 'CloudEvent'].map((name) => [name, ['specifiedBy']]));
    for (const sdl of [projectFile('schema/scalars.graphql'), projectFile('schema/built/api.graphql')])
      expect(new Map([...scalarsIn(sdl)].sort())).toEqual(new Map([...expected].sort()));
  });

  test('has no scalar without a form, but for events, which are never given', () => {
    for (const sdl of [builtSdl('belarus'), builtSdl('russia'), builtSdl('crossborder')])
      expect([...scalarsIn(sdl).keys()].sort()).toEqual([...names, 'CloudEvent'].sort());
  });
});
