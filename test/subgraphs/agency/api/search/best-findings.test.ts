import { BestFindings } from '../../../../../subgraphs/agency/api/search/best-findings.ts';
import { type Finding, ranked } from '../../../../../subgraphs/agency/api/search/finding-of.ts';

const finding = (index: number, total: number): Finding => ({
  kind: 'DOSSIER',
  dossier: { _id: `BY-${String(index).padStart(4, '0')}` },
  score: { total, band: undefined, isAssociation: false, evidence: [] },
});
/** In an order that is neither that of their scores nor that of their ids. */
const many = Array.from({ length: 500 }, (_, index) => finding((index * 7) % 500, (index * 13) % 101));

describe('the likeliest of many findings', () => {
  test.each([1, 20, 100])(
    'are the first %i of all, in order, and one more that says there are more',
    (most) => {
      const best = new BestFindings(most);
      for (const each of many) best.add(each);
      expect(best.all()).toEqual(ranked(many).slice(0, most + 1));
    },
  );

  test.each([1, 20, 100])('of %i are the same without those that it does not admit', (most) => {
    const best = new BestFindings(most);
    const admitted = many.filter((each) => {
      const isAdmitted = best.admits(each);
      if (isAdmitted) best.add(each);
      return isAdmitted;
    });
    expect(best.all()).toEqual(ranked(many).slice(0, most + 1));
    expect(admitted.length).toBeLessThan(many.length);
  });

  test('are all of them where there are few', () => {
    const best = new BestFindings(20);
    expect(best.all()).toEqual([]);
    for (const each of many.slice(0, 20)) best.add(each);
    expect(best.all()).toEqual(ranked(many.slice(0, 20)));
  });
});
