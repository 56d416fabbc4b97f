import { mayWriteQueries } from '../../playground/query/may-write.ts';
import { type Role, roles } from '../../terms/enums.ts';

const officerWith = (held: Role[], knownDocumentsOnly = false) => ({
  viewer: { roles: held },
  knownDocumentsOnly,
});

const writersAmong = (writers: Parameters<typeof mayWriteQueries>[1]['writers']) =>
  roles.filter((role) => mayWriteQueries(officerWith([role]), { writers }));

test('every officer writes queries where the gateway answers any document', () => {
  expect(writersAmong(null)).toEqual(roles);
});

test('beside a manifest the officers of the roles that the gateway names write queries, and no other', () => {
  expect(writersAmong(['ANALYST', 'SUPERVISOR'])).toEqual(['ANALYST', 'SUPERVISOR']);
  expect(writersAmong([])).toEqual([]);
  expect(mayWriteQueries(officerWith(['PARTNER', 'ANALYST']), { writers: ['ANALYST'] })).toBe(true);
});

test('beside a manifest an officer whose token leaves them known documents writes none, whatever their role', () => {
  const officer = officerWith(['SUPERVISOR'], true);
  expect(mayWriteQueries(officer, { writers: ['SUPERVISOR'] })).toBe(false);
  expect(mayWriteQueries(officer, { writers: null })).toBe(true);
});
