import {
  checkIccid,
  checkImei,
  checkImsi,
} from '../../../../../../subgraphs/agency/records/formats/infrastructure/check-device.ts';

const malformed = { problems: [{ code: 'MALFORMED_NUMBER' }] };

describe('an IMEI', () => {
  test('of 15 digits has a check digit', () => {
    expect(checkImei('35-209900-176148-1')).toEqual({
      value: { value: '352099001761481', compared: '35209900176148', checksum: 'PASSED' },
    });
    expect(checkImei('352099001761482')).toMatchObject({ value: { checksum: 'FAILED' } });
  });

  test('of 16 digits has a software version instead, and is the same device', () => {
    expect(checkImei('3520990017614823')).toEqual({
      value: { value: '3520990017614823', compared: '35209900176148', checksum: 'NONE' },
    });
  });

  test.each(['35209900176148', '35209900176148123', '35209900176148A', ''])('%j is malformed', (text) => {
    expect(checkImei(text)).toMatchObject(malformed);
  });
});

describe('an IMSI', () => {
  test.each(['257021234567890', '25702 123456789'])('%s has no check digit', (text) => {
    const digits = text.replace(' ', '');
    expect(checkImsi(text)).toEqual({ value: { value: digits, compared: digits, checksum: 'NONE' } });
  });

  test.each(['2570212345678', '2570212345678901', '25702123456789F'])('%s is malformed', (text) => {
    expect(checkImsi(text)).toMatchObject(malformed);
  });
});

describe('an ICCID', () => {
  test.each([
    ['8937 5010 4111 1111 111', '8937501041111111111', 'PASSED'],
    ['8937501041111111112', '8937501041111111112', 'FAILED'],
    ['8937501041111111111F', '8937501041111111111', 'PASSED'],
  ])('%s is recorded as %s, its check digit has %s', (text, value, checksum) => {
    expect(checkIccid(text)).toEqual({ value: { value, compared: value, checksum } });
  });

  test.each(['4111111111111111111', '893750104111111111', '893750104111111111111', '8937501041111111X11'])(
    '%s is malformed',
    (text) => {
      expect(checkIccid(text)).toMatchObject(malformed);
    },
  );
});
