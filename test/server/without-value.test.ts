import { withoutValue } from '../../server/without-value.ts';

const secret = 'Иванов 12.03.1985; "x"; at ';

describe('the message for a variable that does not fit', () => {
  test.each([
    [
      `Variable "$criteria" got invalid value "${secret}" at "criteria.birthDate"; PartialDate must be YYYY, YYYY-MM or a day of the calendar, YYYY-MM-DD, as far as it is known.`,
      'Variable "$criteria" at "criteria.birthDate": PartialDate must be YYYY, YYYY-MM or a day of the calendar, YYYY-MM-DD, as far as it is known.',
    ],
    [
      `Variable "$after" got invalid value "${secret}"; Cursor must be a cursor of an earlier page, unchanged.`,
      'Variable "$after": Cursor must be a cursor of an earlier page, unchanged.',
    ],
    [
      `Variable "$input" got invalid value "${secret}" at "input.names[0].kind"; Value "${secret}" does not exist in "NameKind" enum. Did you mean the enum value "LEGAL"?`,
      'Variable "$input" at "input.names[0].kind": It must be a value of NameKind.',
    ],
    [
      `Variable "$input" got invalid value ["${secret}"] at "input.reason"; String cannot represent a non string value: ["${secret}"]`,
      'Variable "$input" at "input.reason": It must be of type String.',
    ],
    [
      'Variable "$input" got invalid value { nam: "Иванов" }; Field "nam" is not defined by type "NameInput". Did you mean "name"?',
      'Variable "$input": Field "nam" is not defined by type "NameInput".',
    ],
    [
      `Variable "$input" got invalid value "${secret}"; Something of a later version says "${secret}".`,
      'Variable "$input": Its value does not fit the type.',
    ],
  ])('says the place and what it must be, and repeats nothing: %#', (message, said) => {
    expect(withoutValue(message)).toBe(said);
  });

  test('which is none of these stays as it is', () => {
    const message = 'Variable "$id" of required type "ID!" was not provided.';
    expect(withoutValue(message)).toBe(message);
  });
});
