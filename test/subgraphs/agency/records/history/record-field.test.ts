import { recordFieldOf } from '../../../../../subgraphs/agency/records/history/record-field.ts';
import { recordFields } from '../../../../../terms/enums.ts';

test('every part of a record has a member of the closed list, under its own name, and no member is of nothing', () => {
  const inCapitals = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
  for (const [field, member] of Object.entries(recordFieldOf)) expect(member).toBe(inCapitals(field));
  expect(Object.values(recordFieldOf).sort()).toEqual([...recordFields].sort());
});
