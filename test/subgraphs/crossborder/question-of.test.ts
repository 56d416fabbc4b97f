import { GraphQLError } from 'graphql';
import { describe, expect, test } from 'vitest';
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
