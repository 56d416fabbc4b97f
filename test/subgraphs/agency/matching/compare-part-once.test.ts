import { comparePart } from '../../../../subgraphs/agency/matching/compare-part.ts';
import { comparePartOnce } from '../../../../subgraphs/agency/matching/compare-part-once.ts';
import {
  type Features,
  noFeatures,
  type PartFeatures,
} from '../../../../subgraphs/agency/matching/features.ts';

const part = (keys: string[], slips: string[] = []): PartFeatures => ({ keys, slips, isKnown: false });

test('parts compare as they do each time, also where one is missing', () => {
  const compare = comparePartOnce(noFeatures());
  const parts = [part(['A']), part(['A', 'B']), part(['C'], ['s']), part(['D'], ['s']), undefined];
  for (const _twice of [1, 2])
    for (const one of parts)
      for (const other of parts) expect(compare(one, other)).toBe(comparePart(one, other));
});

test('a part is compared with another once for all that is sought together, and anew for others', () => {
  const sought: Features = noFeatures();
  const [one, other] = [part(['A']), part(['A'])];
  expect(comparePartOnce(sought)(one, other)).toBe('AGREED');
  other.keys = ['B'];
  expect(comparePartOnce(sought)(one, other)).toBe('AGREED');
  expect(comparePartOnce(noFeatures())(one, other)).toBe('CONTRADICTED');
});
