import { GraphQLError, parse } from 'graphql';
import { admitGet, type GetSetting } from '../../../gateway/limits/admit-get.ts';
import { schemaOf, supergraphSdl } from '../../support/schema-files.ts';

const supergraph = schemaOf(supergraphSdl());

/** The HTTP status with which a query is refused that came by GET. */
function statusOf(text: string, variables: Record<string, unknown> = {}, setting: GetSetting = 'open') {
  try {
    admitGet(supergraph, setting)(parse(text), variables);
    return undefined;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { http } = error.extensions as { http: { status: number; headers: Map<string, string> } };
    return [http.status, http.headers.get('allow')];
  }
}

const search = (criteria: string) => `{ searchSuspects(criteria: ${criteria}) { agencies { outcome } } }`;

describe('a query by GET is admitted', () => {
  test.each([
    ['without values', '{ belarus { dossiers { nodes { id } } } }'],
    [
      'with an id and a page',
      '{ suspect(id: "BY-0000000000") { belarus { history(first: 5) { nodes { at } } } } }',
    ],
    ['with a directive', '{ suspect(id: "BY-0000000000") @include(if: true) { id } }'],
    ['of the schema', '{ __type(name: "Suspect") { fields(includeDeprecated: true) { name } } }'],
  ])('%s', (_what, text) => {
    expect(statusOf(text)).toBeUndefined();
  });
});

describe('a query by GET is refused with 405', () => {
  test.each([
    ['with a name', search('{ surname: "Ivanou" }')],
    [
      'with a number in an object within',
      search('{ document: { issuer: "BY", kind: PASSPORT, number: "AB1" } }'),
    ],
    [
      'with a name as the default of a variable',
      `query ($of: SuspectCriteria! = { surname: "Ivanou" }) ${search('$of')}`,
    ],
  ])('%s', (_what, text) => {
    expect(statusOf(text)).toEqual([405, 'POST']);
  });

  test('with variables, whatever they are', () => {
    const text = 'query ($id: ID!) { suspect(id: $id) { id } }';
    expect(statusOf(text, { id: 'BY-0000000000' })).toEqual([405, 'POST']);
  });

  test('unless the operator allows any', () => {
    expect(statusOf(search('{ surname: "Ivanou" }'), { a: 1 }, 'any')).toBeUndefined();
  });
});
