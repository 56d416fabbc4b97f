import { buildSchema } from 'graphql';
import type { Place } from '../../../workshop/schema-coverage/places.ts';
import { report } from '../../../workshop/schema-coverage/report.ts';

const schema = buildSchema(`
  interface Record { id: ID! kind: String }
  type Dossier implements Record { id: ID! kind: String }
  type Group implements Record { id: ID! kind: String }
  type Query { dossier: Dossier record: Record }
`);

const figures = (files: Record<string, string>, of: readonly Place[] = [{ folder: 'test' }]) => {
  const sources = Object.entries(files).map(([path, text]) => ({ path, text }));
  const { lines, holds } = report(schema, sources, of);
  return { last: lines.at(-1), lines, holds };
};

/** Looks at everything that it asks for. */
const whole = "const { id, kind } = ask('{ dossier { id kind } record { id kind } }')";

describe('a schema is covered', () => {
  test('by operations of whose fields the file speaks', () => {
    expect(figures({ 'test/a.ts': whole })).toEqual({
      last: '8 of 8 fields covered (100.0 %) by 1 operations, largest document 6 fields',
      lines: ['8 of 8 fields covered (100.0 %) by 1 operations, largest document 6 fields'],
      holds: true,
    });
  });

  test('not by what is asked and never looked at, and it is named', () => {
    const { lines, holds } = figures({ 'test/a.ts': whole.replace(', kind', '') });
    expect(holds).toBe(false);
    expect(lines).toEqual([
      'not covered: Record.kind, Dossier.kind, Group.kind',
      '5 of 8 fields covered (62.5 %) by 1 operations, largest document 6 fields',
    ]);
  });

  test('by a test that imports the document, and by no other', () => {
    const files = (imported: string) => ({
      'test/asked/document.ts': `export ${whole.replace('{ id, kind }', 'asked')}`,
      'test/asked.test.ts': `import { asked } from '${imported}'; expect(asked).toEqual({ id, kind })`,
    });
    expect(figures(files('./asked/document.ts')).holds).toBe(true);
    expect(figures(files('./asked/another.ts')).holds).toBe(false);
  });

  test('under its alias, by which the answer has it', () => {
    const aliased = (word: string) =>
      `const { id, ${word} } = ask('{ dossier { id of: kind } record { id of: kind } }')`;
    expect(figures({ 'test/a.ts': aliased('of') }).holds).toBe(true);
    expect(figures({ 'test/a.ts': aliased('kind') }).holds).toBe(false);
  });

  test('in an object whose type is known, by what is selected of its interface', () => {
    const source = "const { kind } = ask('{ dossier { ...on Record { kind } } }')";
    const { lines } = figures({ 'test/a.ts': source });
    expect(lines[0]).toBe('not covered: Record.id, Dossier.id, Group.id, Query.record');
  });

  test('by operations of a view that its own code shows, in other folders too', () => {
    const of = [{ folder: 'page/generated', readers: ['page'] }];
    const files = (view: string) => ({
      'page/generated/a.ts': whole.replace(/.*= /, ''),
      'page/view.tsx': view,
    });
    expect(figures(files('<p>{id} {kind}</p>'), of).holds).toBe(true);
    expect(figures(files('<p>{id}</p>'), of).holds).toBe(false);
  });
});

describe('an operation is too large', () => {
  const nested = (times: number) => {
    const fields = Array.from({ length: times }, (_, index) => `a${index}: id`).join(' ');
    return `${whole}; ask('query Large { dossier { ...Part } record { ...Part } } fragment Part on Record { ${fields} }')`;
  };

  test('above 80 fields, those of a fragment as often as it is spread', () => {
    expect(figures({ 'test/a.ts': nested(39) })).toMatchObject({ holds: true });
    const { lines, holds } = figures({ 'test/a.ts': nested(40) });
    expect(holds).toBe(false);
    expect(lines[0]).toBe('over 80 fields: test/a.ts Large has 82: split it by what a view shows');
  });

  test('not for what is selected twice at one place, and is answered once', () => {
    const twice = "const { id } = ask('{ dossier { id id ...Part } } fragment Part on Record { id }')";
    expect(figures({ 'test/a.ts': twice }).last).toMatch(/largest document 2 fields$/);
  });
});

test('a folder without documents is a failure, also where the others cover everything', () => {
  const of = [{ folder: 'test' }, { folder: 'views' }];
  expect(figures({ 'test/a.ts': whole }, of)).toMatchObject({
    holds: false,
    lines: [expect.stringMatching(/^no documents in views/), expect.anything()],
  });
  expect(figures({}, [])).toMatchObject({
    holds: false,
    last: expect.stringMatching(/^0 of 8 fields covered/),
  });
});
