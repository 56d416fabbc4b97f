import { linked } from '../support/end-to-end/demo.ts';
import { tracesOfTheInside } from '../support/end-to-end/inside.ts';
import { sharedStack } from '../support/end-to-end/shared-stack.ts';

const { as } = sharedStack();
const investigator = as('belarus', 'investigator').for('INVESTIGATION', 'BY-2026-000001');

const suspectOf = (id: unknown) =>
  investigator.query('query ($id: ID!) { suspect(id: $id) { id belarus { id } russia { id } } }', { id });

const pageOf = (variables: Record<string, unknown>) =>
  investigator.query(
    'query ($first: Int!, $after: Cursor) { belarus { dossiers(first: $first, after: $after) { nodes { id } } } }',
    { first: 5, ...variables },
  );

const operators = [
  { $gt: '' },
  { $ne: null },
  { $regex: '.*' },
  { $where: 'sleep(1000)' },
  { id: { $gt: '' } },
];

const malformedIds = [
  '',
  'BY-',
  'BY-7Q4KZ0XN3',
  'BY-7q4kz0xn3vdh9trc',
  'BY-7Q4KZ0XN3VDH9TRI',
  `BY-${'0'.repeat(27)}`,
  'XX-7Q4KZ0XN3VDH9TRC',
  `${linked.belarus}\n`,
  ` ${linked.belarus}`,
  `${linked.belarus}\u0000`,
  'ВY-7Q4KZ0XN3VDH9TRC',
  '{"$gt":""}',
  '__proto__',
  "BY-7Q4KZ0XN3VDH9TRC' || '1'=='1",
  '../../etc/passwd',
  'x'.repeat(30_000),
  7,
  0,
];

describe('an id', () => {
  test('of the right form is looked up', async () => {
    const { status, body } = await suspectOf(linked.russia);
    expect(status).toBe(200);
    expect(body.errors).toBeUndefined();
  });

  test.each(malformedIds)('of another form is refused, and the form is named: %j', async (id) => {
    const { codes, body, text } = await suspectOf(id);
    expect(codes).toEqual(['BAD_USER_INPUT']);
    expect(body.data).toEqual({ suspect: null });
    expect(body.errors?.[0]).toMatchObject({ path: ['suspect'] });
    expect(body.errors?.[0]?.message).toContain('BY|RU');
    expect(tracesOfTheInside(text)).toEqual([]);
  });

  test.each([...operators, [linked.belarus], [], true, null])(
    'that is no text is refused before anybody is asked: %j',
    async (id) => {
      const { status, codes, body, text } = await suspectOf(id);
      expect({ status, codes }).toEqual({ status: 400, codes: ['BAD_USER_INPUT'] });
      expect(body.data ?? null).toBeNull();
      expect(tracesOfTheInside(text)).toEqual([]);
    },
  );

  test('that is missing is refused', async () => {
    const { status, codes } = await suspectOf(undefined);
    expect({ status, codes }).toEqual({ status: 400, codes: ['BAD_USER_INPUT'] });
  });

  test('that is an operator in the document itself is refused', async () => {
    const { status, codes } = await investigator.query('{ suspect(id: { gt: "" }) { id } }');
    expect({ status, codes }).toEqual({ status: 400, codes: ['GRAPHQL_VALIDATION_FAILED'] });
  });
});

describe('the size of a page', () => {
  test.each([1, 100])('may be %i', async (first) => {
    const { body } = await pageOf({ first });
    expect(body).toMatchObject({ data: { belarus: { dossiers: { nodes: expect.anything() } } } });
    expect(body.errors).toBeUndefined();
  });

  test.each([0, 101, -1, -2_147_483_648])('may not be %i, and the range is named', async (first) => {
    const { codes, body, text } = await pageOf({ first });
    expect(codes).toEqual(['BAD_USER_INPUT']);
    expect(body.data).toEqual({ belarus: { dossiers: null } });
    expect(body.errors?.[0]?.message).toContain('1 to 100');
    expect(tracesOfTheInside(text)).toEqual([]);
  });

  test.each(['5', 1.5, 1e300, 2 ** 31, null, [], { $gt: 0 }])('may not be %j', async (first) => {
    const { status, codes } = await pageOf({ first });
    expect({ status, codes }).toEqual({ status: 400, codes: ['BAD_USER_INPUT'] });
  });
});

const cursorOf = (text: string) => Buffer.from(text).toString('base64url');

describe('a cursor', () => {
  test('of this list is accepted', async () => {
    const { body } = await investigator.query<{ belarus: { dossiers: { pageInfo: { endCursor: string } } } }>(
      '{ belarus { dossiers(first: 2) { pageInfo { endCursor } } } }',
    );
    const after = body.data?.belarus.dossiers.pageInfo.endCursor;
    expect(after).toEqual(expect.any(String));
    expect((await pageOf({ after })).body.errors).toBeUndefined();
  });

  test.each([
    ['garbage', 'garbage'],
    ['a plain id', linked.belarus],
    ['an operator within', cursorOf('after:{"$gt":""}')],
    ['of the other agency', cursorOf(`after:${linked.russia}`)],
    ['of nothing', cursorOf('after:')],
    ['of another making', cursorOf(linked.belarus)],
  ])('that is %s is refused', async (_name, after) => {
    const { codes, body, text } = await pageOf({ after });
    expect(codes).toEqual(['BAD_USER_INPUT']);
    expect(body.data).toEqual({ belarus: { dossiers: null } });
    expect(body.errors?.[0]?.message).toContain('after');
    expect(tracesOfTheInside(text)).toEqual([]);
  });

  test.each([...operators, '', '{"$gt":""}', `${linked.belarus}\n`, 'A'.repeat(30_000)])(
    'that is no cursor by its form is refused before anybody is asked: %j',
    async (after) => {
      const { status, codes, body } = await pageOf({ after });
      expect({ status, codes }).toEqual({ status: 400, codes: ['BAD_USER_INPUT'] });
      expect(body.data ?? null).toBeNull();
    },
  );
});
