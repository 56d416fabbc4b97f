import { existsSync, readFileSync } from 'node:fs';
import {
  readIndicatorKeys,
  readIndicatorPublicKeys,
} from '../../../../subgraphs/agency/matching/two-key/indicator-keys.ts';
import { developmentChannelKeys } from '../../../../workshop/scripts/development/development-channel-keys.ts';
import {
  demandKeysOfStack,
  developmentIndicatorKeys,
  developmentKeys,
} from '../../../../workshop/scripts/development/keys.ts';
import { temporaryDirectory } from '../../../support/temporary-directory.ts';

const directory = temporaryDirectory();
const [stack, empty] = [directory.path('stack'), directory.path('empty')];
developmentKeys(stack);

test('the keys of two-key tokens of a stack are two pairs of development, kept with its data', () => {
  const { BELARUS, RUSSIA } = developmentIndicatorKeys(stack);
  const [own, others] = [readFileSync(BELARUS.privateKey, 'utf8'), readFileSync(RUSSIA.keySet, 'utf8')];
  expect(readIndicatorKeys(own).current.kid).toMatch(/^development-/);
  expect(readIndicatorPublicKeys(others).current.publicKey).not.toEqual(
    readIndicatorKeys(own).current.publicKey,
  );
  expect(readFileSync(developmentIndicatorKeys(stack).BELARUS.privateKey, 'utf8')).toBe(own);
});

describe('a command that opens what a stack has', () => {
  test('has the keys of the stack that ran in DATA_DIR', () => {
    expect(() => demandKeysOfStack(stack)).not.toThrow();
    const keys = developmentChannelKeys('BELARUS', { DATA_DIR: stack });
    expect(keys.BELARUS_CHANNEL_KEY).toContain('development-');
    expect(Object.keys(keys).sort()).toEqual(['BELARUS_CHANNEL_KEY', 'RUSSIA_CHANNEL_JWKS']);
  });

  test('says where none ran what to do, and makes no keys there', () => {
    const told = `no stack has run in ${empty}, so it has no keys: set DATA_DIR as for its npm start, or run npm start first`;
    expect(() => demandKeysOfStack(empty)).toThrow(told);
    expect(() => developmentChannelKeys('BELARUS', { DATA_DIR: empty })).toThrow(told);
    expect(existsSync(empty)).toBe(false);
  });
});
