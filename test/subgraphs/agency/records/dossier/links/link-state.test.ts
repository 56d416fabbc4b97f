import type { DatedDecision, Link } from '../../../../../../subgraphs/agency/records/dossier/link.ts';
import { samePersonAs } from '../../../../../../subgraphs/agency/records/dossier/links/link-state.ts';
import { linkDecisions } from '../../../../../../terms/enums.ts';

const link = (
  dossier: string,
  own: DatedDecision['decision'] = 'SAME',
  told: DatedDecision['decision'] = 'SAME',
): Link => ({ agency: 'RUSSIA', dossier, own: { decision: own }, told: { decision: told } });

describe('a link', () => {
  test('is confirmed when both agencies say SAME', () => {
    expect(samePersonAs([link('RU-0000000001')])).toEqual(['RU-0000000001']);
  });

  const others = linkDecisions
    .flatMap((own) => linkDecisions.map((told) => [own, told] as const))
    .filter(([own, told]) => own !== 'SAME' || told !== 'SAME');

  test.each(others)('is not confirmed when its owner says %s and the other agency %s', (own, told) => {
    expect(samePersonAs([link('RU-0000000001', own, told)])).toBeUndefined();
  });
});

describe('the links of one dossier', () => {
  test('may be many, of which one is confirmed', () => {
    const links = [
      link('RU-0000000001', 'SAME', 'NONE'),
      link('RU-0000000002'),
      link('RU-0000000003', 'DIFFERENT', 'SAME'),
    ];
    expect(samePersonAs(links)).toEqual(['RU-0000000002']);
  });

  test('are never confirmed with two dossiers of one agency', () => {
    expect(samePersonAs([link('RU-0000000001'), link('RU-0000000002')])).toBe('THIRD_PERSON');
  });

  test('may be none, and then nothing stands in the unique index', () => {
    expect(samePersonAs([])).toBeUndefined();
  });
});
