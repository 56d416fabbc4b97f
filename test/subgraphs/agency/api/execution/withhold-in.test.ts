import { parse, print } from 'graphql';
import { coordinatesOf } from '../../../../../subgraphs/agency/api/execution/coordinates.ts';
import { denialOf } from '../../../../../subgraphs/agency/api/execution/denial.ts';
import { withholdIn } from '../../../../../subgraphs/agency/api/execution/withhold-in.ts';
import type { Role } from '../../../../../terms/enums.ts';
import { smallSchema, verdictsWith } from '../../permissions/support.ts';

const schema = smallSchema();
const coordinates = coordinatesOf(schema);
const noIdentity = verdictsWith({ IDENTITY: 'ROLE' });
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

const withheld = (document: string, verdicts = noIdentity) =>
  oneLine(
    print(
      withholdIn(parse(document), schema, coordinates, (coordinate, field) =>
        denialOf(coordinate, field, verdicts),
      ),
    ),
  );

describe('a document in which denied fields are replaced', () => {
  test('keeps the key that each was asked under, and no selection', () => {
    expect(withheld('{ half { id name { full } called: name { short } status } }')).toBe(
      '{ half { id name: _denied called: _denied status } }',
    );
  });

  test('keeps directives, and drops arguments', () => {
    expect(
      withheld('query ($a: Boolean!) { half { name @include(if: $a) @skip(if: false) { full } } }'),
    ).toBe('query ($a: Boolean!) { half { name: _denied @include(if: $a) @skip(if: false) } }');
    expect(withheld('{ dossier { near(place: "here") } }', verdictsWith({ CASE: 'ROLE' }))).toBe(
      '{ dossier { near: _denied } }',
    );
  });

  test('is replaced in fragments too, on the type, on the interface and without either', () => {
    expect(
      withheld(
        '{ half { ...F ... on BelarusDossier { name { full } } ... { name { full } } } } fragment F on Dossier { id name { full } }',
      ),
    ).toBe(
      '{ half { ...F ... on BelarusDossier { name: _denied } ... { name: _denied } } } fragment F on Dossier { id name: _denied }',
    );
  });

  test('stays as it is where nothing is denied', () => {
    const document = '{ half { id name { full } status } dossiers { nodes { id } } version }';
    expect(withheld(document, verdictsWith({}))).toBe(document);
  });

  test('loses every entrance to dossiers when OPEN is denied, and no other OPEN field', () => {
    expect(
      withheld(
        '{ half { id } one: dossier { id } dossiers { nodes { id } } version }',
        verdictsWith({ OPEN: 'ROLE' }),
      ),
    ).toBe('{ half: _denied one: _denied dossiers: _denied version }');
  });
});

describe('a field is denied', () => {
  const of = (name: string, argument?: string, verdicts = noIdentity) => {
    const coordinate = coordinates.get(name);
    const text = argument ? `{ f(${argument}: 1) }` : '{ f }';
    const [operation] = parse(text).definitions;
    const field =
      operation && 'selectionSet' in operation ? operation.selectionSet?.selections[0] : undefined;
    if (!coordinate || field?.kind !== 'Field') throw new Error(name);
    return denialOf(coordinate, field, verdicts);
  };

  test('for its class, with the reason of the verdict', () => {
    expect(of('Dossier.name')).toEqual({
      coordinate: 'BelarusDossier.name',
      class: 'IDENTITY',
      reason: 'ROLE',
    });
    expect(of('Dossier.name', undefined, verdictsWith({ IDENTITY: 'PURPOSE' }))?.reason).toBe('PURPOSE');
    expect(of('Dossier.status')).toBeUndefined();
  });

  test('for the class of an argument that it is asked with, and not without it', () => {
    const table = { ...coordinates.get('Dossier.status'), arguments: { place: 'IDENTITY' } } as never;
    const [asked, bare] = [[{ name: { value: 'place' } }], undefined] as never[];
    expect(denialOf(table, { arguments: asked as never }, noIdentity)).toMatchObject({ class: 'IDENTITY' });
    expect(denialOf(table, { arguments: bare as never }, noIdentity)).toBeUndefined();
  });

  test('for want of its action, whatever his verdicts', () => {
    const acting = (roles: Role[], side: 'own' | 'foreign' = 'own') =>
      of('BelarusDossier.reads', undefined, { ...verdictsWith({}), roles, side });
    expect(acting(['ANALYST'])).toEqual({
      coordinate: 'BelarusDossier.reads',
      class: 'OPEN',
      action: 'readReadsOfDossier',
      reason: 'ROLE',
    });
    expect(acting(['SUPERVISOR'])).toBeUndefined();
    expect(acting(['SUPERVISOR'], 'foreign')).toMatchObject({ reason: 'ROLE' });
  });
});
