import { buildSchema, graphqlSync, parse, validate, visit } from 'graphql';
import { describe, expect, test } from 'vitest';
import { setScalars } from '../../../schema/protect/set-scalars.ts';
import { type scalarForms as forms, scalarForms } from '../../../terms/scalar-forms.ts';
import { builtSdl, projectFile } from '../../support/schema-files.ts';

type ScalarName = keyof typeof forms;

const texts: Record<ScalarName, { right: string[]; wrong: string[] }> = {
  DateTime: {
    right: ['2026-11-25T09:30:00Z', '2026-11-25T12:30:00+03:00', '2024-02-29T23:59:59.123Z'],
    wrong: [
      '2026-11-25',
      '2026-11-25T09:30Z',
      '2026-11-25T09:30:00',
      '2026-11-25 09:30:00Z',
      '2026-02-29T09:30:00Z',
      '2026-11-25T24:00:00Z',
      '1795599000',
    ],
  },
  Date: {
    right: ['2026-11-25', '2024-02-29'],
    wrong: [
      '2026-02-29',
      '2026-11',
      '25.11.2026',
      '2026-11-25T00:00:00Z',
      '2026-11-25\n',
      '+002026-11-25',
      '',
    ],
  },
  PartialDate: {
    right: ['1985', '1985-03', '1985-03-12'],
    wrong: ['85', '1985-13', '1985-3', '1985-02-30', '12.03.1985', '1985-03-12T00:00:00Z', '1985-00', '١٩٨٥'],
  },
  Decimal: {
    right: ['0', '1200.50', '-3.000000001', '999999999999999'],
    wrong: ['1,200.50', '1200,50', '1e3', '.5', '5.', '+1', 'NaN', '1000000000000000', '1.0000000001', ' 1'],
  },
  CountryCode: { right: ['BY', 'RU', 'KZ'], wrong: ['by', 'BLR', 'XX', 'Belarus', '112', ''] },
  CurrencyCode: { right: ['BYN', 'RUB', 'USD'], wrong: ['byn', 'XYZ', 'BY', '933', 'р.', ''] },
  CaseNumber: {
    right: ['BY-2026-000001', 'RU-2025-123456'],
    wrong: ['XX-2026-000001', 'BY-2026-1', 'by-2026-000001', 'BY-2026-0000001', 'BY-2026-000001\n'],
  },
  Cursor: {
    right: ['eyJhbGciOiJkaXIifQ..AAAA.BBBB.CCCC', 'x'],
    wrong: ['', ' ', '{"$gt":""}', 'a=', 'ы', 'A'.repeat(2_001)],
  },
};
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
