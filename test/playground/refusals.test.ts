import { buildSchema, parse } from 'graphql';
import { isStopped } from '../../playground/answer/refusal.ts';
import { operationIn, rowsOf } from '../../playground/answer/rows-of.ts';
import { withMembers } from '../../playground/query/with-members.ts';
import type { Answer } from '../../playground/wire/answer.ts';

const schema = buildSchema(`
  interface Refusal { code: String! message: String! }
  type StaleVersion implements Refusal { code: String! message: String! currentVersion: Int! }
  type ReleasedDossier { id: ID! }
  union ReleaseResult = ReleasedDossier | StaleVersion
  interface Dossier { id: ID! }
  type BelarusDossier implements Dossier { id: ID! }
  type RussiaDossier implements Dossier { id: ID! }
  type BelarusMutation { recallRelease: ReleaseResult note: ReleasedDossier }
  type Mutation { belarus: BelarusMutation }
  type Query { dossier: Dossier }
`);

const recall = `mutation Recall {
  belarus {
    recallRelease {
      ... on ReleasedDossier { id }
      ... on StaleVersion { currentVersion }
    }
  }
}`;

const rows = (query: string, answer: Answer) => {
  const document = parse(query);
  const operation = operationIn(document, undefined);
  if (!operation) throw new Error('no operation');
  return rowsOf(schema, document, operation, answer, 100);
};

describe('a change that is sent', () => {
  test('asks for the member of its result, and moves no error but those behind it in its line', () => {
    const sent = withMembers(recall, schema);
    expect(sent).toBe(recall.replace('\n    }\n', '\n     __typename }\n'));
    expect(sent.split('\n')).toHaveLength(recall.split('\n').length);
  });

  test.each([
    recall.replace('... on ReleasedDossier', '__typename ... on ReleasedDossier'),
    'mutation { belarus { note { id } } }',
  ])('is as it was written where the member is known: %#', (query) => {
    expect(withMembers(query, schema)).toBe(query);
  });

  test('asks for it in fragments too, and beside another name of it', () => {
    const query =
      'mutation { belarus { recallRelease { ...R } } } fragment R on ReleaseResult { kind: __typename }';
    expect(withMembers(query, schema)).toBe(
      'mutation { belarus { recallRelease { ...R  __typename } } } fragment R on ReleaseResult { kind: __typename  __typename }',
    );
  });
});

describe('the answer to a change', () => {
  const answered = (result: object) => ({ data: { belarus: { recallRelease: result } } });

  test('that was refused says as which member', () => {
    const told = rows(
      withMembers(recall, schema),
      answered({ __typename: 'StaleVersion', currentVersion: 4, message: 'Read it again.' }),
    );
    expect(told.refusal).toEqual({ member: 'StaleVersion', message: 'Read it again.' });
    expect(told.rows.find(({ label }) => label === 'recallRelease')?.member).toEqual({
      name: 'StaleVersion',
      isRefusal: true,
    });
    expect(told.rows.map(({ label }) => label)).not.toContain('__typename');
  });

  test('that was made is none', () => {
    const told = rows(withMembers(recall, schema), answered({ __typename: 'ReleasedDossier', id: 'BY-1' }));
    expect(told.refusal).toBeUndefined();
    expect(told.rows[1]?.member).toEqual({ name: 'ReleasedDossier', isRefusal: false });
  });

  test('is told of changes alone: a query has members, and nothing to refuse', () => {
    const told = rows('{ dossier { __typename id } }', {
      data: { dossier: { __typename: 'BelarusDossier', id: 'BY-1' } },
    });
    expect(told.rows.map(({ label }) => label)).toEqual(['dossier', '__typename', 'id']);
    expect(told.rows[0]?.member).toBeUndefined();
  });

  test('that was stopped by an error is refused with its code, unless it may have been made', () => {
    const stopped = (code: string) =>
      rows(recall, {
        data: { belarus: { recallRelease: null } },
        errors: [{ message: '', path: ['belarus', 'recallRelease'], extensions: { code } }],
      }).rows[1]?.member;
    expect(stopped('FORBIDDEN')).toEqual({ name: 'FORBIDDEN', isRefusal: true });
    expect(stopped('INTERNAL_SERVER_ERROR')).toBeUndefined();
  });

  const error = (code: string) => ({ message: '', extensions: { code } });

  test.each([
    [['FORBIDDEN'], null],
    [['AGENCY_UNAVAILABLE'], { belarus: null }],
    [['MANDATE_INVALID'], { belarus: { recallRelease: null } }],
  ])('with %j and %j says that nothing was written', (codes, data) => {
    expect(isStopped({ data, errors: codes.map(error) })).toBe(true);
  });

  test.each([
    [['OUTCOME_UNKNOWN'], { belarus: null }],
    [['INTERNAL_SERVER_ERROR'], null],
    [['FORBIDDEN', 'OUTCOME_UNKNOWN'], null],
    [['FORBIDDEN'], { belarus: { recallRelease: { id: 'BY-1' } } }],
    [[], { belarus: { recallRelease: { id: 'BY-1' } } }],
  ])('with %j and %j does not', (codes, data) => {
    expect(isStopped({ data, errors: codes.map(error) })).toBe(false);
  });
});
