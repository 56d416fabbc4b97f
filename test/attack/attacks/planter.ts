import { randomUUID } from 'node:crypto';
import type { Caller } from '../../support/end-to-end/callers.ts';
import { inputOf, leastDossier, provenance } from '../../support/end-to-end/officer.ts';
import type { AgencyName } from '../../support/end-to-end/tokens.ts';
import { until } from '../../support/end-to-end/until.ts';
import type { Target } from '../target.ts';

/** Longer than the demo data takes to be taken in on a busy machine, before which no round goes. */
const patience = 240_000;

let cases = 0;
let phones = 0;

export const newCase = (agency: AgencyName): string => {
  cases += 1;
  return `${agency === 'belarus' ? 'BY' : 'RU'}-2026-${String(900_000 + cases)}`;
};

/** Phones that nobody has recorded yet, in a row or none of them a neighbour of another. */
export const newPhones = (count: number, apart = 1_000): string[] => {
  phones += 1;
  const first = phones * 100_000;
  return Array.from({ length: count }, (_none, n) => `+37500${String(first + n * apart).padStart(7, '0')}`);
};

/** A dossier of a planter's, with the ids of its phones. */
export interface Planted {
  id: string;
  version: number;
  contacts: { id: string; value: string }[];
}

export interface ShownAlert {
  id: string;
  version: number;
  state: string;
  hasEndedThere: boolean;
  dossiers: { id: string; contacts: { value: string }[] }[] | null;
}

/** The fields of `ShownAlert`. */
const shown = (half: string) =>
  `id version state hasEndedThere dossiers { id ... on ${half}Dossier { contacts { value } } }`;

/** Somebody who records invented dossiers of new cases, as an officer may, to see what comes of it. */
export interface Planter {
  agency: AgencyName;
  /** The case of their dossiers. */
  number: string;
  officer: Caller;
  /** An officer of theirs under another mandate, or of another role. */
  as(role: string, purpose?: string, number?: string): Caller;
  /** Records a dossier that holds these phones. */
  plants(values: readonly string[], use?: string | undefined, changed?: object): Promise<Planted>;
  contests(dossier: Planted, by?: Caller): Promise<Planted>;
  uncontests(dossier: Planted, by?: Caller): Promise<Planted>;
  /** A supervisor adds a case of the agency to a dossier of theirs. @param by the supervisor */
  addsCase(dossier: Planted, added: string, by?: Caller): Promise<Planted>;
  acquits(dossier: Planted): Promise<void>;
  alerts(by?: Caller): Promise<ShownAlert[]>;
  /** The phones on which there are alerts of the case. */
  told(): Promise<string[]>;
}

/** @param another the name of a planter that this one shares, and further cases that their token has */
export function planter(
  target: Target,
  agency: AgencyName,
  another: { subject?: string; cases?: readonly string[] } = {},
): Planter {
  const number = newCase(agency);
  const half = agency === 'belarus' ? 'Belarus' : 'Russia';
  const sub = another.subject ?? `${agency}-planting-${randomUUID()}`;
  const as: Planter['as'] = (role, purpose = 'INVESTIGATION', other = number) =>
    target
      .as(agency, role, { sub: `${sub}-${role}`, cases: [number, other, ...(another.cases ?? [])] })
      .for(purpose, other);
  const officer = as('investigator');

  async function act(by: Caller, action: string, type: string, input: object): Promise<Planted> {
    const { body, text } = await by
      .with('idempotency-key', randomUUID())
      .query<Record<AgencyName, Record<string, { dossier?: Planted }>>>(
        `mutation ($input: ${type}!) { ${agency} { ${action}(input: $input) {
          ... on ${half}RecordedDossier { dossier { id version contacts { id value } } } ... on InvalidInput { problems { path code } } } } }`,
        { input },
      );
    const dossier = body.data?.[agency]?.[action]?.dossier;
    if (!dossier) throw new Error(`${action} failed: ${text}`);
    return dossier;
  }

  async function alerts(by = officer): Promise<ShownAlert[]> {
    let listed: ShownAlert[] | undefined;
    let said = '';
    const ask = async () => {
      const { body, text } = await by.query<Record<AgencyName, { alerts: { nodes: ShownAlert[] } } | null>>(
        `{ ${agency} { alerts(first: 100) { nodes { ${shown(half)} } } } }`,
      );
      said = text;
      listed = body.data?.[agency]?.alerts?.nodes;
      // On a machine that is busy an agency may be late once.
      const isLate = text.includes('AGENCY_UNAVAILABLE');
      if (isLate) target.met.askAgain();
      return !isLate;
    };
    await until(ask, patience, () => said);
    if (!listed) throw new Error(`no alerts are listed: ${said}`);
    return listed;
  }

  return {
    agency,
    number,
    officer,
    as,
    plants: (values, use, changed = {}) =>
      act(officer, 'recordDossier', 'DossierInput', {
        ...leastDossier[agency],
        cases: [number],
        ...inputOf(
          'contacts',
          ...values.map((value) => ({ kind: 'PHONE', value, provenance, ...(use && { use }) })),
        ),
        ...changed,
      }),
    contests: ({ id, version, contacts }, by = officer) =>
      act(by, 'contestValue', 'ValueInput', {
        dossier: id,
        version,
        value: contacts[0]?.id,
        reason: 'It was sold before.',
      }),
    uncontests: ({ id, version, contacts }, by = officer) =>
      act(by, 'uncontestValue', 'ValueInput', {
        dossier: id,
        version,
        value: contacts[0]?.id,
        reason: 'It is theirs after all.',
      }),
    addsCase: ({ id, version }, added, by = as('supervisor')) =>
      act(by, 'addCase', 'AddCaseInput', { dossier: id, version, case: added, reason: 'One call centre.' }),
    async acquits({ id, version }) {
      await act(as('supervisor'), 'closeDossier', 'CloseDossierInput', {
        dossier: id,
        version,
        stage: 'ACQUITTED',
        provenance,
        reason: 'Acquitted.',
      });
    },
    alerts,
    async told() {
      const found = (await alerts()).flatMap(({ dossiers }) => dossiers ?? []);
      return [...new Set(found.flatMap(({ contacts }) => contacts.map(({ value }) => value)))];
    },
  };
}

/** Waits until the alerts of a planter's case are as they are to be. */
export const untilTold = (
  one: Planter,
  holds: (alerts: ShownAlert[]) => boolean,
  what = 'the alert',
): Promise<void> =>
  until(
    async () => holds(await one.alerts()),
    patience,
    () => `${one.agency} has not ${what}`,
  );

/**
 * Waits until all that was recorded until now, and is compared today, was told by both agencies: two phones of others, one recorded after the
 * alert of the other has come up, go the same way behind it.
 */
export async function untilCompared(target: Target): Promise<void> {
  for (const phone of newPhones(2)) {
    const both = [planter(target, 'belarus'), planter(target, 'russia')];
    for (const one of both) await one.plants([phone]);
    for (const one of both) await untilTold(one, (alerts) => alerts.length > 0);
  }
}
