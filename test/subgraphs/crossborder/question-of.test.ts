import { GraphQLError } from 'graphql';
import { callerError } from '../../../server/errors.ts';
import { questionOf } from '../../../subgraphs/crossborder/question-of.ts';

const suspect = 'suspect(id: "BY-7Q4KZ0XN3VDH9TRC")';
const same = (times: number, rest = '') => `{ ${`${suspect} { id } `.repeat(times)} ${rest} }`;

/** The code with which a document is refused, or nothing, and what it has cost. */
function asked(document: string) {
  const paid: number[] = [];
  try {
    questionOf({ document }, (cost) => paid.push(cost));
    return { code: undefined, paid };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { code: error.extensions.code, paid };
  }
}

describe('the document of a question of visibility', () => {
  test('is validated at the price of its tokens', () => {
    expect(asked(same(20))).toEqual({ code: undefined, paid: [2 + 20 * 9] });
  });

  test('is paid for also when it is not valid', () => {
    expect(asked(same(20, 'nope'))).toEqual({ code: 'BAD_USER_INPUT', paid: [3 + 20 * 9] });
  });

  test.each([
    ['fields that are compared in pairs', same(317)],
    ['the same, and not valid', same(317, 'nope')],
    ['levels', `{ ${suspect} { ${'belarus { suspect { '.repeat(8)} id ${'} }'.repeat(8)} } }`],
  ])('is refused as too large before it is validated: %s', (_what, document) => {
    const { code, paid } = asked(document);
    expect(code).toBe('QUERY_TOO_LARGE');
    expect(paid).toHaveLength(1);
  });

  test('is not parsed to its end when it has too many tokens', () => {
    expect(asked(same(2_000))).toEqual({ code: 'QUERY_TOO_LARGE', paid: [] });
  });

  test('is not validated for who cannot pay for it', () => {
    const spent = () => {
      throw callerError('TOO_MANY_REQUESTS', 'Ask again later.');
    };
    expect(() => questionOf({ document: same(1) }, spent)).toThrow('Ask again later.');
    expect(() => questionOf({ document: same(1, 'nope') }, spent)).toThrow('Ask again later.');
  });
});

describe('the question that both agencies are asked', () => {
  const asked = (document: string, operationName?: string) => {
    const { question } = questionOf({ document, ...(operationName && { operationName }) });
    return JSON.parse(Buffer.from(question, 'base64url').toString());
  };
  const words = `query Neighbour($who: ID! = "BY-0000000000", $when: Boolean!) { # a neighbour
    neighbour: ${suspect} { ...Neighbours @include(if: $when) } suspect(id: $who) { id }
    searchSuspects(criteria: { surname: "Haradzeika" }, first: 7) { nodes { __typename } } }
  fragment Neighbours on Suspect { belarus { name: names { full } } }`;

  test('has the fields, arguments and criteria of a document, and none of its author’s words', () => {
    const { document } = asked(words);
    expect(document).not.toMatch(/neighbour|\bname:|who|when|BY-|Haradzeika|7/i);
    expect(document.replace(/\s+/g, ' ')).toBe(
      'query ($v0: ID!, $v1: Boolean!) { suspect(id: "") { ...f0 @include(if: $v1) } suspect(id: $v0) { id } searchSuspects(criteria: {surname: ""}, first: 0) { nodes { __typename } } } fragment f0 on Suspect { belarus { names { full } } }',
    );
  });

  test('is of the operation that was named, or the first', () => {
    const two = 'query A { suspect(id: "BY-1") { id } } query B { __typename }';
    expect(asked(two, 'B').document.trim()).toMatch(/^\{\s*__typename\s*\}$/);
    expect(asked(two).document).toContain('suspect');
    expect(() => asked(two, 'C')).toThrow('no operation of this name');
  });
});
