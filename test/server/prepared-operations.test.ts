import { buildSchema, getOperationAST, parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import { type PreparedOperation, PreparedOperations } from '../../server/prepared-operations.ts';

const schema = buildSchema('type Query { a: Int }');
const document = parse('{ a }');
const operation = getOperationAST(document) as PreparedOperation['operation'];

const operationOf = (source: string): PreparedOperation => ({
  schema,
  document,
  operation,
  operationName: null,
  queryHash: source,
  source,
});

describe('an operation', () => {
  test('is prepared once it is seen for the second time', () => {
    const operations = new PreparedOperations();
    operations.note(operationOf('{ a }'), undefined);
    expect(operations.get('{ a }', undefined)).toBeUndefined();
    operations.note(operationOf('{ a }'), undefined);
    expect(operations.get('{ a }', undefined)).toEqual(operationOf('{ a }'));
  });

  test('is found under its exact text and the name that it was asked by alone', () => {
    const operations = new PreparedOperations();
    for (const _time of [1, 2]) operations.note(operationOf('query A { a }'), 'A');
    expect(operations.get('query A { a }', 'A')).toBeDefined();
    expect(operations.get('query A  { a }', 'A')).toBeUndefined();
    expect(operations.get('query A { a }', undefined)).toBeUndefined();
    expect(operations.get('query A { a }', '')).toBeUndefined();
  });

  test('is let go of when the schema changes', () => {
    const operations = new PreparedOperations();
    for (const _time of [1, 2]) operations.note(operationOf('{ a }'), undefined);
    operations.clear();
    expect(operations.get('{ a }', undefined)).toBeUndefined();
    operations.note(operationOf('{ a }'), undefined);
    expect(operations.get('{ a }', undefined)).toBeUndefined();
  });
});

describe('100,000 distinct texts', () => {
  const long = 'a'.repeat(200);

  test('keep no more memory than they may, though each is asked twice', () => {
    const most = 1024 * 1024;
    const operations = new PreparedOperations(most);
    for (let number = 0; number < 100_000; number += 1)
      for (const _time of [1, 2]) operations.note(operationOf(`{ a ${number} ${long} }`), undefined);
    expect(operations.size).toBeGreaterThan(10);
    expect(operations.size).toBeLessThan(most / long.length);
    expect(operations.bytes).toBeLessThanOrEqual(most);
    expect(operations.get(`{ a 99999 ${long} }`, undefined)).toBeDefined();
    expect(operations.get(`{ a 0 ${long} }`, undefined)).toBeUndefined();
  });

  test('are noted by no more than a hash while they are seen once, however long their names', () => {
    const noted = jest.spyOn(LRUCache.prototype, 'set');
    const operations = new PreparedOperations();
    operations.note(operationOf('a'), 'A'.repeat(100_000));
    const keys = noted.mock.calls.map(([key]) => String(key));
    noted.mockRestore();
    expect(keys.map(({ length }) => length)).toEqual([43]);
  });

  test('drive out none that is asked again and again, when each is asked once', () => {
    const operations = new PreparedOperations(1024 * 1024);
    for (const _time of [1, 2]) operations.note(operationOf('{ a }'), undefined);
    for (let number = 0; number < 100_000; number += 1)
      operations.note(operationOf(`{ a ${number} ${long} }`), undefined);
    expect(operations.get('{ a }', undefined)).toBeDefined();
    expect(operations.size).toBe(1);
  });
});
