import { shapesOf } from './shape.ts';

const release = (number: unknown) => ({
  releases: { $elemMatch: { to: 'RUSSIA', purposes: 'SOLVING', case: number } },
});
const gate = (number: unknown) => ({
  'status.stage': { $nin: ['ACQUITTED'] },
  $or: [{ handlingCode: 'SHAREABLE' }, { handlingCode: 'ON_RELEASE', $or: [release(number)] }],
});

describe('the shape of a query', () => {
  test('is the same for other values, however many, and in another order', () => {
    const one = { find: 'reads', filter: { by: 'a', 'search.criteria': { $in: [1] } }, limit: 5 };
    const other = { find: 'reads', filter: { 'search.criteria': { $in: [2, 3] }, by: 'b' }, limit: 50 };
    expect(shapesOf(one)).toEqual(shapesOf(other));
  });

  test('is another for another operator, another order, none, or the absence of a value', () => {
    const queries = [
      { find: 'reads', filter: { by: 'a' } },
      { find: 'reads', filter: { by: { $gt: 'a' } } },
      { find: 'reads', filter: { by: null } },
      { find: 'reads', filter: { by: 'a' }, sort: new Map([['at', 1]]) },
      { find: 'reads', filter: { by: 'a' }, sort: new Map([['at', -1]]) },
      { find: 'reads', filter: {}, sort: new Map([['at', 1]]) },
      { find: 'reads', filter: { by: 'a' }, hint: 'reads_by' },
    ];
    expect(new Set(queries.flatMap(shapesOf)).size).toBe(queries.length);
  });

  test('says that only what is visible is meant, and not to whom', () => {
    const shapeFor = (number: unknown) =>
      shapesOf({ find: 'dossiers', filter: { $and: [{ _id: { $gt: 'a' } }, gate(number)] } });
    expect(shapeFor(null)).toEqual(['find dossiers {"_id":{"$gt":"="},"visible":true}']);
    expect(shapeFor({ $in: [null, 'RU-1'] })).toEqual(shapeFor(null));
    expect(shapesOf({ find: 'dossiers', filter: { _id: { $gt: 'a' } } })).not.toEqual(shapeFor(null));
  });

  test('is one for each change of a command', () => {
    const updates = [{ q: { _id: 1 } }, { q: { _id: 2 } }, { q: { _id: 3, version: 1 } }];
    expect(shapesOf({ update: 'hits', updates })).toEqual([
      'update hits {"_id":"="}',
      'update hits {"_id":"=","version":"="}',
    ]);
  });

  test('is the same for however many parts of one form are joined, and another for none', () => {
    const part = (id: number) => [{ $match: { _id: { $lt: id } } }, { $limit: id }];
    const joined = (...ids: number[]) => ({
      aggregate: 'history',
      pipeline: [...part(1), ...ids.map((id) => ({ $unionWith: { coll: 'history', pipeline: part(id) } }))],
    });
    expect(shapesOf(joined(2, 3, 4))).toEqual(shapesOf(joined(5)));
    expect(shapesOf(joined(2))).not.toEqual(shapesOf(joined()));
  });

  test('is none of what looks nothing up', () => {
    expect(shapesOf({ insert: 'hits', documents: [{ _id: 1 }] })).toEqual([]);
    expect(shapesOf({ aggregate: 'outbox', pipeline: [{ $changeStream: {} }] })).toEqual([]);
  });

  test('is refused for a command that no rule is for', () => {
    expect(() => shapesOf({ mapReduce: 'hits' })).toThrow('mapReduce');
  });
});
