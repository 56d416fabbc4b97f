import { answerLimits } from '../../../gateway/federation/answer-limits.ts';
import { judgeAnswer } from '../../../gateway/federation/subgraph-answer.ts';
import { gatewayContextOf, gatewayFetch } from '../../support/gateway-fetches.ts';
import { russia, russiaQuery } from '../../support/russia-behind-gateway.ts';

const listOf = (count: number, part: (n: number) => string) =>
  `[${Array.from({ length: count }, (_none, n) => part(n)).join()}]`;
const fields = (count: number, prefix = 'f') =>
  `{${Array.from({ length: count }, (_none, n) => `"${prefix}${n}":0`).join()}}`;
const errors = (count: number, extensions = '{}') =>
  `{"errors":${listOf(count, () => `{"message":"No.","extensions":${extensions}}`)}}`;
const judged = (body: string) => judgeAnswer(200, Buffer.from(body));

const tooLarge = { kind: 'excess', code: 'QUERY_TOO_LARGE', sent: true };
const tooManyErrors = { kind: 'outage', reason: 'more errors than an answer may have', sent: true };

describe('an answer of an agency', () => {
  // Two objects and a list, and a comma between two elements.
  const withValues = (count: number) => `{"data":{"a":${listOf(count - 2, () => '1')}}}`;
  const nested = (levels: number) => `{"data":{"a":${'['.repeat(levels - 2)}${']'.repeat(levels - 2)}}}`;

  test.each([
    ['400,000 values', withValues(answerLimits.values)],
    ['10,000 members in an object', `{"data":${fields(answerLimits.members)}}`],
    ['64 levels', nested(answerLimits.levels)],
    ['1,000 errors', errors(answerLimits.errors)],
    ['1,000 errors of 50,000 values', errors(1_000, fields(47))],
  ])('may have %s', (_what, body) => {
    expect(judged(body)).toMatchObject({ kind: 'answered' });
  });

  test.each([
    ['a value more', withValues(answerLimits.values + 1), tooLarge],
    ['a member more in an object', `{"data":${fields(answerLimits.members + 1)}}`, tooLarge],
    ['a level more', nested(answerLimits.levels + 1), tooLarge],
    ['an error more', errors(answerLimits.errors + 1), tooManyErrors],
    ['as many errors with more in them', errors(1_000, fields(48)), tooManyErrors],
    ['errors that are an object of them', `{"errors":{"a":${listOf(50_001, () => '1')}}}`, tooManyErrors],
  ])('is refused with %s', (_what, body, refused) => {
    expect(judged(body)).toEqual(refused);
  });

  test('is judged by its status where that tells more', () => {
    const body = Buffer.from(withValues(answerLimits.values + 1));
    expect(judgeAnswer(503, body)).toMatchObject({ kind: 'outage', reason: 'status 503' });
  });
});

describe('the data of an agency', () => {
  // What an object of another type would not have.
  const ten = `... on RussiaDossier { ${[...'abcdefghij'].map((key) => `${key}: version`).join(' ')} }`;
  const query = `{ russia { dossiers(first: 1) { nodes { memberships { group { members(first: 3000) { nodes { dossier { ${ten} } } } } } } } } }`;
  const nodes = (count: number) => {
    const members = `{"nodes":${listOf(count, () => '{"dossier":{}}')}}`;
    return `{"data":{"russia":{"dossiers":{"nodes":[{"memberships":[{"group":{"members":${members}}}]}]}}}}`;
  };
  const asked = async (count: number) => {
    const { source } = await russia((_request, response) => response.end(nodes(count)));
    return source.process(gatewayFetch(query));
  };

  test('may leave out twenty thousand fields that not each object has', async () => {
    expect(await asked(2_000)).not.toHaveProperty('errors');
  });

  test('is not used with more left out: an empty object is short, and is made whole', async () => {
    expect(await asked(2_001)).toMatchObject({
      data: {},
      errors: [{ extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'RUSSIA' } }],
    });
  });
});

test.each([
  ['that there must be', 'id'],
  ['that each object has, if only a null', 'matchTokens'],
])(
  'an answer that lacks a thousand values %s is used, and one that lacks more is not',
  async (_which, of) => {
    const nodes = (count: number) =>
      `{"data":{"russia":{"dossiers":{"nodes":${listOf(count, () => '{}')}}}}}`;
    const asked = async (count: number, fields: string) => {
      const { source } = await russia((_request, response) => response.end(nodes(count)));
      return source.process(gatewayFetch(`{ russia { dossiers(first: 2000) { nodes { ${fields} } } } }`));
    };
    expect(await asked(1_000, of)).not.toHaveProperty('errors');
    expect(await asked(1_001, of)).toMatchObject({
      data: {},
      errors: [{ extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'RUSSIA' } }],
    });
    // What a variable leaves out is not missing.
    expect(await asked(1_001, `${of} @include(if: false)`)).not.toHaveProperty('errors');
  },
);

describe('receipts and restrictions', () => {
  const told = (name: string, count: number) =>
    JSON.stringify({ data: { russia: null }, extensions: { [name]: Array(count).fill({}) } });
  const asked = async (name: string, count: number) => {
    const { source } = await russia((_request, response) => response.end(told(name, count)));
    return source.process(gatewayFetch(russiaQuery, {}, gatewayContextOf()));
  };

  test.each(['redactions', 'handling'])(
    'may be 20,000, and an answer with more %s is that of an agency that is out of order',
    async (name) => {
      expect(await asked(name, 20_000)).not.toHaveProperty('errors');
      expect(await asked(name, 20_001)).toMatchObject({
        data: {},
        errors: [{ extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'RUSSIA' } }],
      });
    },
  );
});
