import type { DossierRecord } from '../../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { dossierOf } from '../../../../support/hand-made-dossiers.ts';
import { caseOf } from '../../../../support/world/cases.ts';
import { act, bareDossier, box, draftOf, type TwoAgencies, twoAgencies } from './support.ts';

const known = 'BY-REF5ED00000000001';
const ofAnotherCase = 'BY-REF5ED00000000002';
const plain = { handlingCode: 'ON_RELEASE', releases: [], links: [] } as const;

let world: TwoAgencies;
let hit: string;
beforeAll(async () => {
  world = await twoAgencies([bareDossier(known), bareDossier(ofAnotherCase, { cases: ['BY-2026-000777'] })]);
  hit = await world.hit(known);
});

const investigator = () => world.as('RUSSIA', 'INVESTIGATOR');
const draft = (changed: object) =>
  act('russia', investigator(), 'draftRequest', { ...draftOf({ hit }), ...changed });

describe('a draft is refused', () => {
  test.each([
    [
      'with a reference of one’s own agency',
      { subject: { hit: 'RUH-00000000000000000000' } },
      'subject.hit',
      'OWN_AGENCY',
    ],
    ['with no reference', { subject: { hit: 'a man in Minsk' } }, 'subject.hit', 'MALFORMED'],
    [
      'with a dossier of one’s own',
      { subject: { dossier: 'RU-0000000001' } },
      'subject.dossier',
      'OWN_AGENCY',
    ],
    [
      'with an own dossier without a link',
      { subject: { linkOf: 'RU-0000000001' } },
      'subject.linkOf',
      'NOT_LINKED',
    ],
    ['to one’s own agency', { to: 'RUSSIA' }, 'to', 'OWN_AGENCY'],
    ['without a class', { classes: [] }, 'classes', 'MISSING'],
    ['with an offence outside of the list', { offence: '282' }, 'offence', 'ARTICLE_UNKNOWN'],
    ['with 10,000 characters of necessity', { necessity: 'x'.repeat(10_000) }, 'necessity', 'TOO_LONG'],
    ['with an attachment', { attachments: ['JVBERi0xLjcK'] }, 'attachments', 'ATTACHMENT_REFUSED'],
    [
      'about a person of whom one thing is known',
      { subject: { criteria: { phone: '+375004170823' } } },
      'subject.criteria',
      'MISSING',
    ],
    [
      'about a person by a phone that is none',
      { subject: { criteria: { surname: 'Терещук', phone: '12' } } },
      'subject.criteria.phone',
      'MALFORMED',
    ],
    ['without a necessity', { necessity: ' ' }, 'necessity', 'MISSING'],
  ])('%s', async (_, changed, path, code) => {
    const before = await box('russia', investigator(), 'SENT');
    expect((await draft(changed)).problems).toEqual([{ path, code }]);
    expect(await box('russia', investigator(), 'SENT')).toEqual(before);
  });

  test('with all its problems at once', async () => {
    const { problems } = await draft({ offence: '282', classes: [], necessity: '' });
    expect(problems.map(({ path }) => path)).toEqual(['classes', 'necessity', 'offence']);
  });

  test('under national law, and without a case', async () => {
    const input = draftOf({ hit });
    const national = await act('russia', investigator().under('NATIONAL_LAW'), 'draftRequest', input);
    const caseless = await act('russia', investigator().for('DETECTION'), 'draftRequest', input);
    expect([national.codes, caseless.codes]).toEqual([['MANDATE_INVALID'], ['MANDATE_INVALID']]);
  });
});

test('a link is told of to those who may read the case of its dossier, and to others there is none', async () => {
  const decision = { decision: 'SAME', decidedAt: new Date('2026-04-27T08:15:00Z') } as const;
  const links: DossierRecord['links'] = [
    { agency: 'BELARUS', dossier: known, own: decision, told: decision },
  ];
  const [own, others] = ['RU-11NKED0000000001', 'RU-11NKED0000000002'] as const;
  await world.RUSSIA.models.dossiers.create([
    dossierOf(own, { ...plain, releases: [], links, cases: [caseOf.RUSSIA], samePersonAs: [known] }),
    dossierOf(others, { ...plain, releases: [], links, cases: ['RU-2026-000777'] }),
  ]);
  const by = (linkOf: string) =>
    act('russia', world.as('RUSSIA', 'ANALYST'), 'draftRequest', draftOf({ linkOf }));
  const refused = [{ path: 'subject.linkOf', code: 'NOT_LINKED' }];
  expect((await by(others)).problems).toEqual(refused);
  // Nor is it found by the other agency's name of the person.
  expect((await by(known)).problems).toEqual(refused);
  expect((await by(own)).half.subject).toEqual({ hit: null, dossier: known, criteria: null });
});

test('a link that waits, or is DIFFERENT, leads nobody to the other dossier who may not read links', async () => {
  const decidedAt = new Date('2026-04-27T08:15:00Z');
  const nothing = { decision: 'NONE' } as const;
  const proposal = {
    decision: 'SAME',
    proposedBy: 'liaison',
    proposedAt: decidedAt,
    reason: 'A guess',
    evidence: { kinds: [], version: 1 },
  };
  const waiting = {
    agency: 'BELARUS',
    dossier: known,
    own: { ...nothing, proposal },
    told: nothing,
  } as never;
  const different = {
    ...{ agency: 'BELARUS', dossier: known, told: nothing },
    own: { decision: 'DIFFERENT', decidedAt },
  } as never;
  const ids = ['RU-11NKED0000000003', 'RU-11NKED0000000004'] as const;
  await world.RUSSIA.models.dossiers.create(
    [waiting, different].map((link, n) =>
      dossierOf(ids[n] ?? '', { ...plain, releases: [], links: [link], cases: [caseOf.RUSSIA] }),
    ),
  );
  for (const linkOf of ids) {
    const { problems } = await draft({ subject: { linkOf } });
    expect(problems).toEqual([{ path: 'subject.linkOf', code: 'NOT_LINKED' }]);
    // Nor is it told by what is wrong beside it.
    const wrong = await draft({ subject: { linkOf }, offence: '999' });
    expect(wrong.problems.map(({ code }) => code)).toEqual(['ARTICLE_UNKNOWN']);
  }
});

describe('the same', () => {
  test('that is asked for already is the open request, whoever asks, and another class is another request', async () => {
    const first = await draft({ classes: ['FINANCIAL', 'CASE'] });
    const again = await act('russia', world.as('RUSSIA', 'ANALYST'), 'draftRequest', {
      ...draftOf({ hit }),
      classes: ['CASE', 'FINANCIAL'],
      necessity: 'For another reason',
    });
    expect([again.id, again.isRepeat, first.isRepeat]).toEqual([first.id, true, false]);
    expect((await draft({ classes: ['FINANCIAL'] })).id).not.toBe(first.id);
    await act('russia', investigator(), 'withdrawRequest', { request: first.id });
    expect((await draft({ classes: ['FINANCIAL', 'CASE'] })).isRepeat).toBe(false);
  });

  test('request, sent twice under one key, is one; and another one under that key is refused', async () => {
    const officer = investigator().withKey('one key');
    const input = { ...draftOf({ hit }), classes: ['TECHNICAL'] };
    const [one, other] = [
      await act('russia', officer, 'draftRequest', input),
      await act('russia', officer, 'draftRequest', input),
    ];
    expect([other.id, other.isRepeat]).toEqual([one.id, false]);
    const reused = await act('russia', officer, 'draftRequest', { ...input, classes: ['VICTIM'] });
    expect(reused.codes).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  });
});
