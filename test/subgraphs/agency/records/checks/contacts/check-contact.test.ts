import { expect, test } from '@jest/globals';
import { checkContact } from '../../../../../../subgraphs/agency/records/checks/contacts/check-contact.ts';
import { provenance, told } from '../support/input.ts';

test('a phone, an e-mail and an account that is a phone are put right', () => {
  expect(checkContact({ kind: 'PHONE', value: '+375 29 123 45 67', provenance })).toEqual({
    value: { kind: 'PHONE', value: '+375291234567' },
  });
  expect(checkContact({ kind: 'EMAIL', value: 'name@EXAMPLE.org', provenance })).toEqual({
    value: { kind: 'EMAIL', value: 'name@example.org' },
  });
  expect(
    checkContact({ kind: 'MESSENGER', service: 'Viber', value: '+375 29 123 45 67', provenance }),
  ).toEqual({
    value: { kind: 'MESSENGER', service: 'Viber', value: '+375291234567' },
  });
});

test.each(['@grey.stork417', 'Иван', '+never', '123456789'])('the account %s is kept as it is', (value) => {
  expect(checkContact({ kind: 'MESSENGER', service: 'Telegram', value, provenance })).toMatchObject({
    value: { value },
  });
});

test('what is none of its kind is refused at its value', () => {
  expect(told(checkContact({ kind: 'PHONE', value: '123', provenance }))).toEqual(['value PHONE_INVALID']);
  expect(told(checkContact({ kind: 'EMAIL', value: '+375291234567', provenance }))).toEqual([
    'value EMAIL_INVALID',
  ]);
});
