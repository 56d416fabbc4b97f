import {
  type Comparison,
  readEvidence,
  sealEvidence,
} from '../../../../../subgraphs/agency/api/resolvers/link-evidence.ts';
import { keysOf, testKeys } from '../../../../support/match-keys.ts';

const comparison: Comparison = {
  dossier: 'BY-0000000001',
  version: 3,
  foreign: 'H00000000000000000000',
  band: 'STRONG',
  kinds: [
    { kind: 'PASSPORT', outcome: 'AGREED' },
    { kind: 'BIRTH_DATE', outcome: 'CLOSE' },
  ],
  to: 'BELARUS',
  at: '2026-11-24T10:00:00.000Z',
};
const pair = {
  agency: 'BELARUS',
  dossier: comparison.dossier,
  version: 4,
  foreign: comparison.foreign,
} as const;
const sealed = await sealEvidence(testKeys, comparison);
const ofOthers = await sealEvidence(keysOf('another'), comparison);
const refused = { problems: [expect.objectContaining({ code: 'EVIDENCE_INVALID', path: 'evidence' })] };

describe('the evidence of a proposal', () => {
  test('is what the other agency found, when, and at which version of the dossier', async () => {
    expect(await readEvidence(sealed, testKeys, pair)).toEqual({
      evidence: {
        band: 'STRONG',
        kinds: comparison.kinds,
        version: 3,
        comparedAt: new Date(comparison.at),
      },
    });
  });

  test('says itself that there was no comparison', async () => {
    expect(await readEvidence(undefined, testKeys, pair)).toEqual({ evidence: { kinds: [], version: 4 } });
  });

  test('says nothing to who carries it', async () => {
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('STRONG');
    expect(await sealEvidence(testKeys, comparison)).not.toBe(sealed);
  });

  const altered = `${sealed.slice(0, 40)}${sealed[40] === 'A' ? 'B' : 'A'}${sealed.slice(41)}`;
  test.each([
    ['altered', altered],
    ['with what is not of its alphabet', `${sealed}=`],
    ['cut', sealed.slice(0, -4)],
    ['empty', ''],
    ['a word of earlier versions', 'NO_COMPARISON'],
    ['a word', 'STRONG'],
    ['longer than any', 'A'.repeat(100_000)],
    ['what the viewer would have liked', Buffer.from(JSON.stringify(comparison)).toString('base64url')],
    ['under a key that the agencies do not hold', ofOthers],
  ])('is refused when it is %s', async (_what, text) => {
    expect(await readEvidence(text, testKeys, pair)).toEqual(refused);
  });

  test.each([
    ['another dossier', { ...pair, dossier: 'BY-0000000002' }],
    ['another hit', { ...pair, foreign: 'H00000000000000000001' }],
    ['another agency’s viewer', { ...pair, agency: 'RUSSIA' as const }],
    ['a version that is still to come', { ...pair, version: 2 }],
  ])('is refused when it is of %s', async (_what, other) => {
    expect(await readEvidence(sealed, testKeys, other)).toEqual(refused);
  });

  test('is read while its key is held, and not after', async () => {
    const [before, after] = [keysOf('old'), keysOf('new', 'old')];
    const old = await sealEvidence(before, comparison);
    expect(await readEvidence(old, after, pair)).toHaveProperty('evidence');
    expect(await readEvidence(old, keysOf('new'), pair)).toEqual(refused);
  });
});
