import { parse } from 'graphql';
import { parse as parseYaml } from 'yaml';
import { enumsMissingFrom, enumsModule } from '../../schema/compose/enums-module.ts';
import { agencyNames, subgraphOf } from '../../terms/agencies.ts';
import * as enums from '../../terms/enums.ts';
import { agencyParts, builtSdl, enumsIn, projectFile } from '../support/schema-files.ts';

const lists = Object.values(enums).map((members) => members.join(' '));

test.each([...agencyNames.map(subgraphOf), 'crossborder'])('the code has each enum of %s', (subgraph) => {
  const members = [...enumsIn(parse(builtSdl(subgraph))).values()].map((each) => each.join(' '));
  expect(members.filter((each) => !lists.includes(each))).toEqual([]);
});

test('the SDL of crossborder has the enums of every subgraph and what becomes of a search, and no others', () => {
  const names = [...enumsIn(parse(builtSdl('crossborder'))).keys()];
  const shared = [...enumsIn(parse(builtSdl('belarus'))).keys()].filter((name) => names.includes(name));
  expect(names).toEqual([...shared, 'SearchOutcome']);
});

describe('the enums in TypeScript', () => {
  const file = projectFile('terms/enums.ts');

  test('are as the SDL has them', () => {
    expect(enumsModule()).toBe(file);
    expect(enumsMissingFrom(file)).toEqual([]);
  });

  test.each([
    ['a new member', "'PREVENTION', ", "'PREVENTION', 'CURIOSITY', ", 'Purpose', 'schema/mandate.graphql'],
    ['a missing one', "'MAIDEN', ", '', 'NameKind', 'schema/agency/person.graphql'],
    [
      'another order',
      "['SENT', 'RECEIVED']",
      "['RECEIVED', 'SENT']",
      'NoticeDirection',
      'schema/agency/notice.graphql',
    ],
  ])('are told by name and file after an edit by hand: %s', (_what, from, to, name, edited) => {
    expect(enumsMissingFrom(file.replace(from, to))).toEqual([{ name, file: edited }]);
  });
});

describe('the agencies', () => {
  test('are those of the enum Agency', () => {
    const declared = [parse(projectFile('schema/mandate.graphql')), ...agencyParts()].map((part) =>
      enumsIn(part).get('Agency'),
    );
    expect(declared.filter((members) => members !== undefined)).toEqual([agencyNames]);
  });

  test('are the subgraphs of rover.yaml, with one more that owns no data', () => {
    const rover = parseYaml(projectFile('rover.yaml')) as { subgraphs: Record<string, unknown> };
    expect(Object.keys(rover.subgraphs).sort()).toEqual(
      [...agencyNames.map(subgraphOf), 'crossborder'].sort(),
    );
  });

  test('have their built SDL where rover.yaml looks for it', () => {
    const rover = parseYaml(projectFile('rover.yaml')) as {
      subgraphs: Record<string, { schema: { file: string } }>;
    };
    for (const [name, { schema }] of Object.entries(rover.subgraphs))
      expect(projectFile(schema.file)).toBe(builtSdl(name));
  });
});
