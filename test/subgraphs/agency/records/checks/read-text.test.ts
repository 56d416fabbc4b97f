import { readText } from '../../../../../subgraphs/agency/records/checks/read-text.ts';
import { told } from './support/input.ts';

test('a reason is trimmed and put right', () => {
  expect(readText('reason', ' п.\u00A05 постановления\n', 100)).toEqual({ text: 'п. 5 постановления' });
});

test.each([
  ['', 'MISSING'],
  ['  \n', 'MISSING'],
  ['a'.repeat(101), 'TOO_LONG'],
  ['one\ntwo', 'CONTROL_CHARACTER'],
  ['\u202Eeno', 'BIDIRECTIONAL_CHARACTER'],
  ['карта 4111 1111 1111 1111', 'CARD_NUMBER'],
])('%j is refused as %s', (text, code) => {
  expect(told(readText('reason', text, 100))).toEqual([`reason ${code}`]);
});
