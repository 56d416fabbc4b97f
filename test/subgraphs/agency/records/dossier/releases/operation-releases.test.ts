import type { Release } from '../../../../../../subgraphs/agency/records/dossier/release.ts';
import {
  hasOpenReleases,
  type OperationOfReleases,
  releasesOfOperation,
} from '../../../../../../subgraphs/agency/records/dossier/releases/operation-releases.ts';
import type { Author } from '../../../../../../subgraphs/agency/records/dossier/step.ts';
import { dossierOf, proposalOf, releaseOf } from '../../../../../support/hand-made-dossiers.ts';

const id = 'BYO-7Q4KZ0XN3VDH9TRC';
const at = new Date();
const author: Author = {
  ...{ by: 'term', at, mandate: { purpose: 'PREVENTION', legalBasis: 'COOPERATION_AGREEMENT' } },
  idempotency: { key: 'term', fingerprint: 'term' },
};

const follow = (state: OperationOfReleases['releases'], ...releases: Release[]) => {
  const dossier = dossierOf('BY-0PERAT10N0000002', { releases });
  const result = releasesOfOperation(dossier, { id, releases: state }, author);
  return result && 'step' in result ? result.step : undefined;
};

const open = releaseOf({ operation: id });
const held = releaseOf({ operation: id, isHeld: true });
const waiting = proposalOf({ operation: id, isHeld: true });
const past = releaseOf({ operation: id, until: new Date(at.getTime() - 1) });

describe('releases for an operation', () => {
  test('are held while it is, and open while it goes on', () => {
    expect(follow('HELD', open)?.set.releases).toEqual([{ ...open, isHeld: true }]);
    expect(follow('OPEN', held)?.set.releases).toEqual([{ ...held, isHeld: undefined }]);
  });

  test('are left as they are where they follow already', () => {
    expect(follow('HELD', held)).toBeUndefined();
    expect(follow('OPEN', open)).toBeUndefined();
  });

  test('are held until they are granted, and end with it, granted or not', () => {
    expect(follow('OPEN', waiting)).toBeUndefined();
    const ended = follow('OVER', open, { ...waiting, id: 'VRELEASE00002' });
    expect(ended?.set.releases?.map(({ recalledBy }) => recalledBy)).toEqual(['term', 'term']);
    // Nobody abroad knows of one that was only proposed.
    expect(ended?.messages).toHaveLength(1);
  });

  test('are no others', () => {
    for (const state of ['OPEN', 'HELD', 'OVER'] as const) {
      expect(follow(state, releaseOf())).toBeUndefined();
      expect(follow(state, releaseOf({ operation: 'BYO-AN0THER0PERAT10N' }))).toBeUndefined();
      expect(follow(state, past)).toBeUndefined();
    }
  });

  test('are looked for as long as they may open something', () => {
    expect(hasOpenReleases({ releases: [held] }, id, at)).toBe(true);
    expect(hasOpenReleases({ releases: [waiting] }, id, at)).toBe(true);
    expect(hasOpenReleases({ releases: [past] }, id, at)).toBe(false);
    expect(hasOpenReleases({ releases: [releaseOf()] }, id, at)).toBe(false);
  });
});
