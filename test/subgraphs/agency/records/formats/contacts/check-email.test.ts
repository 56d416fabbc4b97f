import { checkEmail } from '../../../../../../subgraphs/agency/records/formats/contacts/check-email.ts';

test.each([
  ['name@example.org', 'name@example.org'],
  ['Name.Surname+tag@EXAMPLE.Org', 'Name.Surname+tag@example.org'],
  ['grey.stork417@mail.example', 'grey.stork417@mail.example'],
  ['name@пример.рф', 'name@xn--e1afmkfd.xn--p1ai'],
])('%s is recorded as %s', (given, expected) => {
  expect(checkEmail(given)).toEqual({ value: expected });
});

test.each([
  'name',
  'name@',
  '@example.org',
  'name@example',
  'a@b@example.org',
  'name@1.2.3.4',
  'Name <name@example.org>',
  'name@example.org.',
  'a b@example.org',
])('%s is refused', (given) => {
  expect(checkEmail(given)).toMatchObject({ problems: [{ code: 'EMAIL_INVALID' }] });
});
