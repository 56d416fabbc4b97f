import { parse } from 'graphql';
import type { Authenticated } from '../../../../../identity/authenticate-fetch.ts';
import { belarusAnswers, investigator, russianInvestigator } from '../../../../support/belarus-subgraph.ts';

const id = 'BY-0000000001';
const suspect = { __typename: 'Suspect', id };
const half = (selection: string, more = '') =>
  `query ($representations: [_Any!]!, $yes: Boolean = true, $no: Boolean = false) {
    _entities(representations: $representations) { ... on Suspect { belarus { ${selection} } } }
  } ${more}`;

/**
 * The fields of each command that reads dossiers, the cases last for the record of reads, when an operation asks for the half of a suspect: asked by one whom
 * policy allows every class, unless the test says otherwise.
 */
async function fieldsRead(document: string, representations = [suspect], officer?: Authenticated) {
  const { byIds } = await belarusAnswers({ document, variables: { representations } }, [], officer);
  return byIds.map(({ fields }) => fields);
}

describe('the database is asked for the fields that the operation asks', () => {
  test('and for the cases, which the record of reads has to know, and for no others', async () => {
    expect(await fieldsRead(half('names { full } status { stage }'))).toEqual([['names', 'status', 'cases']]);
  });

  test('not for those that come from the id and the agency', async () => {
    expect(await fieldsRead(half('__typename id agency contactPoint suspect { id }'))).toEqual([['cases']]);
  });

  test('by their names, whatever their aliases', async () => {
    expect(await fieldsRead(half('birth: names { full } names: names { full }'))).toEqual([
      ['names', 'cases'],
    ]);
  });

  test('in fragments, on the type and on the interface', async () => {
    const fragments =
      'fragment Own on BelarusDossier { names { full } ...More } fragment More on Dossier { cases }';
    expect(
      await fieldsRead(half('...Own ... on Dossier { roles { kind } } ... { status { stage } }', fragments)),
    ).toEqual([['names', 'cases', 'roles', 'status']]);
  });

  test('unless they are skipped, or not included', async () => {
    expect(
      await fieldsRead(
        half(
          'names @skip(if: true) { full } birth @include(if: false) { date } cases @skip(if: false) roles @include(if: $yes) { kind } status @include(if: $no) { stage }',
        ),
      ),
    ).toEqual([['cases', 'roles']]);
  });

  test('wherever the half is asked for: several selections of it are one', async () => {
    const twice = half('names { full } } belarus { cases');
    expect(await fieldsRead(twice)).toEqual([['names', 'cases']]);
  });

  test('once for all dossiers of the operation', async () => {
    const two = [suspect, { ...suspect, id: 'BY-0000000002' }];
    expect(await fieldsRead(half('names { full }'), two)).toEqual([['names', 'cases']]);
  });
});

describe('a record that decides is asked for what it decides by', () => {
  const names = half('names { full }');

  test('to an officer of the agency, its cases', async () => {
    expect(await fieldsRead(names, [suspect], investigator)).toEqual([['names', 'cases']]);
  });

  test('to another agency’s, its handling code and its releases', async () => {
    expect(await fieldsRead(names, [suspect], russianInvestigator)).toEqual([
      ['names', 'handlingCode', 'releases'],
    ]);
  });

  test('once, when they are asked for too', async () => {
    expect(await fieldsRead(half('cases names { full }'), [suspect], investigator)).toEqual([
      ['cases', 'names'],
    ]);
  });

  test('and for no value that policy denies whatever it says', async () => {
    const harms = half('harms { victims } plannedMeasures { kind } names { full }');
    const detecting: Authenticated = {
      ...investigator,
      mandate: { purpose: 'DETECTION', legalBasis: 'NATIONAL_LAW' },
    };
    expect(await fieldsRead(harms, [suspect], detecting)).toEqual([['names', 'cases']]);
  });
});

describe('a page asks the database for the fields', () => {
  const pageFields = async (selection: string) => {
    const document = `{ belarus { dossiers(first: 2) { ${selection} } } }`;
    const { pages } = await belarusAnswers({ document });
    return pages.map(({ fields }) => fields);
  };

  test('of its nodes, of its edges, or of both', async () => {
    expect(await pageFields('nodes { names { full } }')).toEqual([['names', 'cases']]);
    expect(await pageFields('edges { node { cases } }')).toEqual([['cases']]);
    expect(
      await pageFields('edges { node { cases names { full } } } nodes { names { full } roles { kind } }'),
    ).toEqual([['cases', 'names', 'roles']]);
  });

  test('of none when it asks for cursors only', async () => {
    expect(await pageFields('edges { cursor } pageInfo { endCursor }')).toEqual([['cases']]);
  });

  test('of every alias', async () => {
    expect(await pageFields('a: nodes { names { full } } b: nodes { cases }')).toEqual([['names', 'cases']]);
  });
});

test('one document with other variables is looked at anew', async () => {
  const document = parse(half('names @include(if: $yes) { full } cases @include(if: $no)'));
  const read = async (variables: Record<string, boolean>) => {
    const { byIds } = await belarusAnswers({
      document,
      variables: { representations: [suspect], ...variables },
    });
    return byIds.map(({ fields }) => fields);
  };
  expect(await read({ yes: true, no: false })).toEqual([['names', 'cases']]);
  expect(await read({ yes: false, no: true })).toEqual([['cases']]);
});
