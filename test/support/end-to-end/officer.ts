import { randomUUID } from 'node:crypto';
import { getNamedType, isInputObjectType, isListType, isObjectType } from 'graphql';
import { asMember } from '../as-member.ts';
import { fullSelection } from '../full-selection.ts';
import { schemaOf, supergraphSdl } from '../schema-files.ts';
import type { Caller, Callers } from './callers.ts';
import type { AgencyName } from './tokens.ts';

const schema = schemaOf(supergraphSdl());

export const provenance = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' };

const caseOf = { belarus: 'BY-2026-000001', russia: 'RU-2026-000001' };
const prefixOf = { belarus: 'Belarus', russia: 'Russia' };

const least = (agency: AgencyName, article: string) => ({
  handlingCode: 'ON_RELEASE',
  cases: [caseOf[agency]],
  offences: [{ article, committedOn: '2025-03', provenance }],
  status: { stage: 'SUSPECTED', provenance },
});

/** The least that each agency records of a person. */
export const leastDossier = { belarus: least('belarus', '349'), russia: least('russia', '272') };

/** Values of a field as an input has them: a list where there can be several, each under its kind where the input has one for it. */
export function inputOf(field: string, ...values: object[]): object {
  const input = schema.getType('DossierValuesInput');
  const type = isInputObjectType(input) ? input.getFields()[field]?.type : undefined;
  const ofField = type && getNamedType(type);
  const given = isInputObjectType(ofField) && ofField.isOneOf ? values.map(asMember) : values;
  return { [field]: isListType(type) ? given : given.at(-1) };
}

export interface Value {
  id: string;
  provenance: { contested: boolean };
}

export interface Change {
  field: string;
  value: string | null;
  before: { name: string; text: string }[] | null;
  after: { name: string; text: string }[] | null;
  reason: string | null;
}

export interface Entry {
  version: number;
  by: string;
  action: string;
  changes: Change[];
}

/** A dossier with the values of one of its fields; `history` where it was read in the unified profile. */
export interface Read {
  id: string;
  version: number;
  values: Value[];
  history: Entry[];
}

const history = `history(first: 100) { nodes { version by action changes { field value before { name text } after { name text } reason } } }`;

/** A dossier with everything that the values of a field have, which has the same types at every agency. */
function dossierWith(field: string, ...more: string[]): string {
  const dossier = schema.getType('BelarusDossier');
  const type = isObjectType(dossier) ? dossier.getFields()[field]?.type : undefined;
  if (!type) throw new Error(`a dossier has no ${field}`);
  return `{ id version ${field} ${fullSelection(schema, getNamedType(type).name)} ${more.join(' ')} }`;
}

const readOf = (dossier: Record<string, unknown>, field: string): Read => ({
  id: String(dossier.id),
  version: Number(dossier.version),
  values: [dossier[field] ?? []].flat() as Value[],
  history: (dossier.history as { nodes: Entry[] } | undefined)?.nodes ?? [],
});

type Answered = Record<AgencyName, Record<string, Record<'dossier' | 'group', Record<string, unknown>>>>;

/**
 * Those of an agency who write its records, and read them in the unified profile.
 * @param subject the investigator: what one officer does in a day has bounds
 */
export function officersOf(
  { as }: Callers,
  agency: AgencyName = 'belarus',
  subject = `${agency}-investigator-1`,
) {
  const officer = (role: string, claims = {}) =>
    as(agency, role, claims).for('INVESTIGATION', caseOf[agency]);
  const investigator = officer('investigator', { sub: subject });

  /** One action, which must be carried out, or its answer is thrown. */
  async function act(caller: Caller, action: string, type: string, input: object, answer: string) {
    const { body, text } = await caller.with('idempotency-key', randomUUID()).query<Answered>(
      `mutation ($input: ${type}!) { ${agency} { ${action}(input: $input) { ${answer}
          ... on InvalidInput { problems { path code } } } } }`,
      { input },
    );
    const written = body.data?.[agency][action];
    if (body.errors || !(written?.dossier || written?.group)) throw new Error(`${action} failed: ${text}`);
    return written;
  }

  const onDossier =
    (action: string, type: string, caller = investigator) =>
    async (input: object, field = 'status'): Promise<Read> => {
      const answer = `... on ${prefixOf[agency]}RecordedDossier { dossier ${dossierWith(field)} }`;
      return readOf((await act(caller, action, type, input, answer)).dossier, field);
    };
  const onGroup = (action: string, type: string) => async (input: object) => {
    const answer = '... on RecordedGroup { group { id version } }';
    const { group } = await act(investigator, action, type, input, answer);
    return { id: String(group.id), version: Number(group.version) };
  };

  return {
    subject,
    investigator,
    recordDossier: onDossier('recordDossier', 'DossierInput'),
    amendDossier: onDossier('amendDossier', 'AmendDossierInput'),
    contestValue: onDossier('contestValue', 'ValueInput'),
    uncontestValue: onDossier('uncontestValue', 'ValueInput'),
    setRetention: onDossier('setRetention', 'RetentionInput'),
    closeDossier: onDossier('closeDossier', 'CloseDossierInput', officer('supervisor')),
    recordGroup: onGroup('recordGroup', 'GroupInput'),
    amendGroup: onGroup('amendGroup', 'AmendGroupInput'),

    /** The agency's half of a person in the unified profile; null when it has none. */
    async profile(id: string, field: string): Promise<Read | null> {
      const { body, text } = await investigator.query<{
        suspect: Record<AgencyName, Record<string, unknown> | null>;
      }>(
        `query ($id: ID!) { suspect(id: $id) {
          belarus { id } russia { id } ${agency} ${dossierWith(field, history)} } }`,
        { id },
      );
      if (!body.data || body.errors) throw new Error(`no profile: ${text}`);
      const half = body.data.suspect[agency];
      return half && readOf(half, field);
    },
  };
}
