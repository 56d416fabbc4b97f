import {
  detailOf,
  forgetHistory,
  headingOf,
  historyKey,
  keepHistory,
  type Past,
  readHistory,
  withPast,
} from '../../playground/parts/past.ts';
import { storage } from '../support/playground/storage.ts';

const past = (query: string, variables = '{}'): Past => ({
  query,
  variables,
  mandate: {},
  at: '2026-11-24T00:00:00Z',
});

describe('the history', () => {
  test('has the same operation once, the newest first, and no more than thirty', () => {
    const many = Array.from({ length: 40 }, (_, index) => past(`{ a${index} }`)).reduce(withPast, [
      past('{ a0 }'),
    ]);
    expect(many).toHaveLength(30);
    expect(withPast(many, past('{ a39 }'))[0]).toEqual(past('{ a39 }'));
    expect(withPast(many, past('{ a39 }'))).toHaveLength(30);
  });

  test('is no larger than a browser likes: 300,000 characters', () => {
    const large = (name: string) => past(`{ ${name} }`, 'x'.repeat(100_000));
    const three = [large('a'), large('b'), large('c')].reduce(withPast, [] as Past[]);
    // 100,005 each: two fit, three do not.
    expect(three.map(({ query }) => query)).toEqual(['{ c }', '{ b }']);
    expect(withPast([past('{ a }')], past('{ b }', 'x'.repeat(300_000)))).toEqual([past('{ a }')]);
  });

  test('is each officer’s own', () => {
    const browser = storage();
    keepHistory(browser, 'BELARUS/alice', [past('{ a }')]);
    expect(readHistory(browser, 'BELARUS/alice')).toEqual([past('{ a }')]);
    expect(readHistory(browser, 'RUSSIA/alice')).toEqual([]);
    forgetHistory(browser, 'RUSSIA/alice');
    expect(readHistory(browser, 'BELARUS/alice')).toHaveLength(1);
    forgetHistory(browser, 'BELARUS/alice');
    expect(readHistory(browser, 'BELARUS/alice')).toEqual([]);
  });

  test('that a full browser does not take is none, and nothing fails', () => {
    const full = storage({ isFull: true });
    expect(() => keepHistory(full, 'BELARUS/alice', [past('{ a }')])).not.toThrow();
    expect(readHistory(full, 'BELARUS/alice')).toEqual([]);
  });

  test.each(['not JSON', '{}', '[1, null]', '[{"query": "{ a }"}]'])(
    'that cannot be read is empty: %s',
    (text) => {
      const browser = storage();
      browser.setItem(historyKey('BELARUS/alice'), text);
      expect(readHistory(browser, 'BELARUS/alice')).toEqual([]);
    },
  );

  test.each([
    ['query LookUp($id: ID!) { a }', 'LookUp'],
    ['{\n  a  b }', '{ a b }'],
  ])('calls %j %s', (query, title) => expect(headingOf(query)).toBe(title));

  test.each([
    ['{"id": "BY-1"}', 'BY-1'],
    ['{"criteria": {"name": "", "phone": "+375"}}', '+375'],
    ['{"first": 20, "id": "BY-1"}', '20'],
    ['{}', ''],
    ['{', ''],
  ])('tells one of %s from others by %j', (variables, detail) => expect(detailOf(variables)).toBe(detail));
});
