import { encodeQuestion } from '../../../terms/search-exchange.ts';
import { knownGroups, linkedPerson } from '../../../workshop/demo-data/known/demo-ids.ts';
import { cursorAt } from '../sealed-cursors.ts';
import type { Operation } from './operations.ts';

const cursorOf = (list: string) => cursorAt(list, 'BY-0000000000');
const laterRead = cursorAt(`reads ${linkedPerson.BELARUS}`, 'zzzzzzzzz-0000000000');

const next = (path: string) => `dossiers(first: 2, after: "${cursorOf(path)}") { nodes { id } }`;
const first = 'dossiers(first: 2) { nodes { id } }';

/** The same question asked otherwise: by one id alone, from a list's second page on, by an officer who may do less. */
export function furtherReads(matchTokens: string): Operation[] {
  const of = (id: string) => [{ __typename: 'Suspect', id }];
  const suspect = `query ($of: [_Any!]!) { _entities(representations: $of) {
    ... on Suspect { belarus { id names { full } } } } }`;
  const question = encodeQuestion({
    criteria: {
      names: [{ script: 'RUSSIAN', surname: 'Городейко', givenName: 'Евгений', patronymic: 'Григорьевич' }],
      birthDate: '1989-08-23',
      phone: '+375004170823',
    },
  });
  const byPhone = encodeQuestion({ criteria: { phone: '+375004170823' } });
  const ask = (document: string, given: Partial<Operation> = {}): Operation => ({
    document,
    roles: ['INVESTIGATOR'],
    ...given,
  });
  const both = (document: string, given: Partial<Operation> = {}): Operation[] => [
    ask(document, given),
    ask(document, { ...given, agency: 'RUSSIA' }),
  ];
  return [
    ...both(suspect, { variables: { of: of(linkedPerson.RUSSIA) } }),
    ...both(suspect, { variables: { of: of(linkedPerson.BELARUS) } }),
    // Of histories, an officer who reads no steps on links.
    ask(
      `query ($of: [_Any!]!) { belarus { dossiers(first: 3) { nodes { history { nodes { version } } } } }
      _entities(representations: $of) { ... on Suspect { belarus { history(first: 1) { nodes { version } } } } } }`,
      {
        variables: { of: of(linkedPerson.BELARUS) },
      },
    ),
    ...both('{ belarus { releasedDossiers { nodes { id } } } }'),
    ...both(`{ belarus { releasedDossiers(after: "${cursorOf('releasedDossiers')}") { nodes { id } } } }`),
    ask('{ belarus { releasedDossiers { nodes { id } } } }', { roles: ['ANALYST'] }),
    ask(`{ belarus { releasedDossiers(after: "${cursorOf('releasedDossiers')}") { nodes { id } } } }`, {
      roles: ['ANALYST'],
    }),
    ask(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Suspect { belarus {
        instruments { node { first: ${first} next: ${next('instruments.node')} } } } } } }`,
      { variables: { of: of(linkedPerson.BELARUS) }, roles: ['ANALYST'], purpose: 'DETECTION' },
    ),
    ...both(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Suspect { belarus {
        instruments { node { ${first} } } infrastructure { node { ${first} } } memberships { group { id } } } } } }`,
      { variables: { of: of(linkedPerson.BELARUS) } },
    ),
    ...both(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Suspect { belarus {
        instruments { node { ${next('instruments.node')} } } infrastructure { node { ${next('infrastructure.node')} } } } } } }`,
      { variables: { of: of(linkedPerson.BELARUS) } },
    ),
    ...both(
      `query ($id: ID!) { belarus { group(id: $id) { members(first: 2) { nodes { dossier { id } } } } } }`,
      {
        variables: { id: knownGroups.BELARUS },
      },
    ),
    ...both(
      `query ($id: ID!) { belarus { group(id: $id) {
        members(first: 2, after: "${cursorOf(`memberships.group ${knownGroups.BELARUS}`)}") { nodes { dossier { id } } } } } }`,
      { variables: { id: knownGroups.BELARUS } },
    ),
    ask(
      `query ($of: [_Any!]!) { _entities(representations: $of) {
        ... on Suspect { belarus { reads(after: "${laterRead}") { nodes { by } } } } } }`,
      { variables: { of: of(linkedPerson.BELARUS) }, roles: ['SUPERVISOR'] },
    ),
    // Another agency's officer is put on record with what he searches, and the second time with how near it is to the first.
    ...[1, 2].flatMap(() =>
      both(`query ($of: [_Any!]!) { _entities(representations: $of) { ... on BelarusSearch { matches } } }`, {
        variables: { of: [{ __typename: 'BelarusSearch', question }] },
      }),
    ),
    ask(`query ($of: [_Any!]!) { _entities(representations: $of) { ... on BelarusSearch { matches } } }`, {
      variables: { of: [{ __typename: 'BelarusSearch', question }] },
      roles: ['ANALYST'],
      purpose: 'DETECTION',
    }),
    // By a phone alone, which the purpose leaves to each dossier: every place that is looked in asks for the mandate's case.
    ask(`query ($of: [_Any!]!) { _entities(representations: $of) { ... on BelarusSearch { matches } } }`, {
      variables: { of: [{ __typename: 'BelarusSearch', question: byPhone }] },
      roles: ['ANALYST'],
      purpose: 'DETECTION',
    }),
    ...both(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on RussiaDossier { candidates {
        dossier { id } hit { reference } } } } }`,
      { variables: { of: [{ __typename: 'RussiaDossier', id: 'RU-A000000001', matchTokens }] } },
    ),
  ];
}
