import { contacts } from '../../../../../subgraphs/agency/records/values/contacts.ts';
import { provenance, told, valueContext } from '../checks/support/input.ts';

test('a phone, an e-mail and an account that is a phone are put right', () => {
  expect(contacts.check({ kind: 'PHONE', value: '+375 29 123 45 67', provenance }, valueContext)).toEqual({
    value: { kind: 'PHONE', value: '+375291234567' },
  });
  expect(contacts.check({ kind: 'EMAIL', value: 'name@EXAMPLE.org', provenance }, valueContext)).toEqual({
    value: { kind: 'EMAIL', value: 'name@example.org' },
  });
  expect(
    contacts.check(
      { kind: 'MESSENGER', service: 'Viber', value: '+375 29 123 45 67', provenance },
      valueContext,
    ),
  ).toEqual({
    value: { kind: 'MESSENGER', service: 'Viber', value: '+375291234567' },
  });
});

test.each(['@grey.stork417', 'Иван', '+never', '123456789'])('the account %s is kept as it is', (value) => {
  expect(
    contacts.check({ kind: 'MESSENGER', service: 'Telegram', value, provenance }, valueContext),
  ).toMatchObject({
    value: { value },
  });
});

test('what is none of its kind is refused at its value', () => {
  expect(told(contacts.check({ kind: 'PHONE', value: '123', provenance }, valueContext))).toEqual([
    'value PHONE_INVALID',
  ]);
  expect(told(contacts.check({ kind: 'EMAIL', value: '+375291234567', provenance }, valueContext))).toEqual([
    'value EMAIL_INVALID',
  ]);
});
