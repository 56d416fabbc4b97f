import { expect, test } from 'vitest';
import { mayWriteQueries } from '../../playground/query/may-write.ts';
import { roles } from '../../terms/enums.ts';

const writersAmong = (writers: Parameters<typeof mayWriteQueries>[1]['writers']) =>
  roles.filter((role) => mayWriteQueries({ roles: [role] }, { writers }));

test('every officer writes queries where the gateway answers any document', () => {
  expect(writersAmong(null)).toEqual(roles);
});

test('beside a manifest the officers of the roles that the gateway names write queries, and no other', () => {
  expect(writersAmong(['ANALYST', 'SUPERVISOR'])).toEqual(['ANALYST', 'SUPERVISOR']);
  expect(writersAmong([])).toEqual([]);
  expect(mayWriteQueries({ roles: ['PARTNER', 'ANALYST'] }, { writers: ['ANALYST'] })).toBe(true);
});
