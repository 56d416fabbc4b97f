import { acceptedType } from '../../server/accepted-type.ts';

describe('the type of an answer', () => {
  test('is the same for the same header, however often it is sent and whatever is sent between', () => {
    const graphql = 'application/graphql-response+json';
    for (const _time of [1, 2]) {
      expect(acceptedType(graphql)).toBe(`${graphql}; charset=utf-8`);
      expect(acceptedType('text/html')).toBeUndefined();
      expect(acceptedType(`${'a/b, '.repeat(1_000)}*/*`)).toBe('application/json; charset=utf-8');
    }
  });
});
