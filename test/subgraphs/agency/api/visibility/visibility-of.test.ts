import { agencySchema } from '../../../../../subgraphs/agency/api/agency-schema.ts';
import { visibilityOf } from '../../../../../subgraphs/agency/api/visibility/visibility-of.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import { questionOf } from '../../../../../subgraphs/crossborder/question-of.ts';
import type { Mandate } from '../../../../../terms/mandate.ts';
import type { Viewer } from '../../../../../terms/viewer.ts';

const answer = visibilityOf(belarus, agencySchema(belarus));
const viewer: Viewer = { subject: 'officer', agency: 'BELARUS', roles: ['INVESTIGATOR'], cases: [] };
const mandate: Mandate = { purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT' };
const now = new Date('2026-11-24T12:00:00Z');

const seen = (document: string, as: Record<string, unknown> = {}, operationName: string | null = null) => {
  const { question } = questionOf({ document, operationName, as });
  return answer(question, { viewer, mandate, now }).map(
    ({ coordinate, verdict, reason }) => `${coordinate} ${verdict}${reason ? ` ${reason}` : ''}`,
  );
};

const profile = `query Profile($with: Boolean = false) {
  suspect(id: "BY-7Q4KZ0XN3VDH9TRC") {
    belarus { ...Half plannedMeasures { kind } }
    russia { ...Half }
  }
}
fragment Half on Dossier { names { full } harms @include(if: $with) { loss } }`;

describe('visibility', () => {
  test('says of each field of the agency what the asker himself may read', () => {
    expect(seen(profile)).toEqual([
      'Suspect.belarus ALLOW',
      'BelarusDossier.names ALLOW',
      'PersonName.full ALLOW',
      'BelarusDossier.harms ALLOW',
      'Harm.loss ALLOW',
      'BelarusDossier.plannedMeasures BY_RECORD',
      'PlannedMeasure.kind BY_RECORD',
    ]);
  });

  test('says of another viewer what he would not see, why, and nothing below it', () => {
    expect(seen(profile, { agency: 'RUSSIA', roles: ['ANALYST'], purpose: 'PREVENTION' })).toEqual([
      'Suspect.belarus ALLOW',
      'BelarusDossier.names DENY PURPOSE',
      'BelarusDossier.harms DENY ROLE',
      'BelarusDossier.plannedMeasures DENY ROLE',
    ]);
  });

  test('says that national law opens nothing abroad, and everything at home', () => {
    expect(seen(profile, { agency: 'RUSSIA', legalBasis: 'NATIONAL_LAW' })).toEqual([
      'Suspect.belarus DENY LEGAL_BASIS',
    ]);
    expect(seen(profile, { legalBasis: 'NATIONAL_LAW' })).toContain('BelarusDossier.names ALLOW');
  });

  test('says nothing of what only another agency owns', () => {
    expect(seen('{ russia { dossiers { nodes { id names { full } } } } }')).toEqual([]);
    const both =
      '{ belarus { dossiers { nodes { ...F } } } } fragment F on Dossier { ... on RussiaDossier { agency } id }';
    expect(seen(both)).toEqual([
      'Query.belarus ALLOW',
      'BelarusQuery.dossiers ALLOW',
      'BelarusDossierConnection.nodes ALLOW',
      'BelarusDossier.id ALLOW',
    ]);
  });

  test('of an action says who may not take it, and allows who may', () => {
    const close = `mutation ($input: CloseDossierInput!) { belarus { closeDossier(input: $input) { __typename } } }`;
    expect(seen(close)).toContain('BelarusMutation.closeDossier DENY ROLE');
    expect(seen(close, { roles: ['SUPERVISOR'] })).toContain('BelarusMutation.closeDossier ALLOW');
    expect(seen(close, { roles: ['SUPERVISOR'], agency: 'RUSSIA' })).toContain(
      'BelarusMutation.closeDossier DENY ROLE',
    );
  });

  test('says of a search by which criteria it finds nobody here, and what may be read of whom it finds', () => {
    const search = `{ searchSuspects(criteria: { name: "Kovalenko Ivan", phone: "+375291234567" }) {
      edges { node { suspect { belarus { names { full } contacts { value } } russia { id } } } } } }`;
    expect(seen(search, { agency: 'RUSSIA', roles: ['ANALYST'], purpose: 'DETECTION' })).toEqual([
      'SuspectCriteria.name BY_RECORD',
      'SuspectCriteria.phone DENY ROLE',
      'Suspect.belarus ALLOW',
      'BelarusDossier.names BY_RECORD',
      'PersonName.full BY_RECORD',
      'BelarusDossier.contacts DENY ROLE',
    ]);
  });

  test('says so of every criterion where they come in a variable', () => {
    const search = 'query ($of: SuspectCriteria!) { searchSuspects(criteria: $of) { agencies { agency } } }';
    const criteria = seen(search).filter((line) => line.startsWith('SuspectCriteria'));
    expect(criteria).toHaveLength(12);
    expect(criteria).toContain('SuspectCriteria.wallet ALLOW');
  });

  test('is of the operation that is named', () => {
    const two = 'query A { belarus { articles { code } } } query B { russia { articles { code } } }';
    expect(seen(two, {}, 'A')).toEqual([
      'Query.belarus ALLOW',
      'BelarusQuery.articles ALLOW',
      'Article.code ALLOW',
    ]);
    expect(seen(two, {}, 'B')).toEqual([]);
    const searches = `query A { searchSuspects(criteria: { surname: "Kovalenko" }) { agencies { agency } } }
      query B { searchSuspects(criteria: { phone: "+375291234567" }) { agencies { agency } } }`;
    expect(seen(searches, {}, 'A')).toEqual(['SuspectCriteria.name ALLOW']);
    expect(seen(searches, {}, 'B')).toEqual(['SuspectCriteria.phone ALLOW']);
    expect(() => seen(two, {}, 'C')).toThrow('no operation of this name');
  });
});

describe('a question', () => {
  test.each([
    ['that is no GraphQL', '{ suspect('],
    ['for a field that there is not', '{ suspect(id: "BY-7Q4KZ0XN3VDH9TRC") { nothing } }'],
    ['whose fragment spreads itself', '{ ...A } fragment A on Query { ...A }'],
  ])('%s is refused, and says where', (_what, document) => {
    expect(() => questionOf({ document })).toThrow(/The document is not valid: .+/);
  });

  test('larger than any operation is refused as that operation would be', () => {
    const document = `{ ${'__typename '.repeat(4_000)} }`;
    expect(() => questionOf({ document })).toThrow('Document contains more that 3000 tokens');
  });

  test.each(['', 'bm90IGpzb24', Buffer.from('{"document":1}').toString('base64url')])(
    'that nobody asked is refused by the agency: %j',
    (question) => {
      expect(() => answer(question, { viewer, mandate, now })).toThrow('This is not a question');
    },
  );
});
