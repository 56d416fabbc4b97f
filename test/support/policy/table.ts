/**
 * The agencies' policy as it was decided, kept here a second time: what the product is compared with must not be read
 * from the product. Columns: IDENTITY CONTACT FINANCIAL TECHNICAL CASE TACTICAL VICTIM; A, R, - = may be read, the record is
 * asked, may not. Purposes: PREVENTION DETECTION SOLVING INVESTIGATION.
 */
const decided = `
| role, purpose | BY own | RU own | BY to foreign | RU to foreign |
|---|---|---|---|---|
| ANALYST P | A--A--- | AR-AR-- | ---R--- | -R-R--- |
| ANALYST D | ARRAR-- | AARAR-- | R--R--- | RR-R--- |
| ANALYST S, I | AAAAR-- | AAAAR-- | R--R--- | RR-R--- |
| INVESTIGATOR P | A--A--- | AR-A-R- | R--R--- | RR-R--- |
| INVESTIGATOR D | ARRAR-- | AARARR- | RR-R--- | RR-R--- |
| INVESTIGATOR S | AAAAARR | AAAAAAR | RRRRR-- | RR-RR-- |
| INVESTIGATOR I | AAAAARA | AAAAAAA | RRRRR-R | RRRRR-- |
| LIAISON P | ARRAR-- | ARRARR- | RR-R--- | RR-R--- |
| LIAISON D | ARRAR-- | ARRARR- | RR-RR-- | RR-RRR- |
| LIAISON S | ARRAR-- | ARRARR- | RRRRR-- | RR-RRR- |
| LIAISON I | ARRAR-- | ARRARR- | RRRRRRR | RRRRRR- |
| SUPERVISOR P | ARRARR- | AARAAA- | R--R--- | R--R--- |
| SUPERVISOR D | AAAAAAR | AAAAAAR | R--R--- | RR-R--- |
| SUPERVISOR S | AAAAAAA | AAAAAAA | RRRRR-- | RR-RR-- |
| SUPERVISOR I | AAAAAAA | AAAAAAA | RRRRR-- | RRRRR-- |
| PARTNER P, D | ---A--- | -R-A--- | ---R--- | -R-R--- |
`;

/** What another agency may read of a SHAREABLE dossier without a release, where its row asks the record. */
export const shareable: Readonly<Record<Owner, readonly Column[]>> = {
  BELARUS: ['IDENTITY', 'TECHNICAL'],
  RUSSIA: ['IDENTITY', 'CONTACT', 'TECHNICAL'],
};

export const owners = ['BELARUS', 'RUSSIA'] as const;
export type Owner = (typeof owners)[number];

export const columns = [
  'IDENTITY',
  'CONTACT',
  'FINANCIAL',
  'TECHNICAL',
  'CASE',
  'TACTICAL',
  'VICTIM',
] as const;
export type Column = (typeof columns)[number];

export const everyRole = ['ANALYST', 'INVESTIGATOR', 'LIAISON', 'SUPERVISOR', 'OVERSEER', 'PARTNER'] as const;
export type RoleName = (typeof everyRole)[number];

export const everyPurpose = ['PREVENTION', 'DETECTION', 'SOLVING', 'INVESTIGATION'] as const;
export type PurposeName = (typeof everyPurpose)[number];

export type Side = 'own' | 'foreign';
export type Letter = 'A' | 'R' | '-';

const letters = new Map<string, string>();

for (const row of decided.trim().split('\n').slice(2)) {
  const [name = '', ...cells] = row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
  const [, role = '', purposes = ''] = /^(\w+) (.+)$/.exec(name) ?? [];
  for (const initial of purposes.split(', ')) {
    const purpose = everyPurpose.find((one) => one.startsWith(initial));
    const [byOwn, ruOwn, byForeign, ruForeign] = cells;
    letters.set(`${role} ${purpose} BELARUS own`, byOwn ?? '');
    letters.set(`${role} ${purpose} RUSSIA own`, ruOwn ?? '');
    letters.set(`${role} ${purpose} BELARUS foreign`, byForeign ?? '');
    letters.set(`${role} ${purpose} RUSSIA foreign`, ruForeign ?? '');
  }
}

/** One cell of the table; a role and purpose without a row read nothing. */
export const letterOf = (
  owner: Owner,
  side: Side,
  role: RoleName,
  purpose: PurposeName,
  column: Column,
): Letter =>
  (letters.get(`${role} ${purpose} ${owner} ${side}`)?.charAt(columns.indexOf(column)) || '-') as Letter;
