import { type Taken, take } from '../../../../../actions/take.ts';
import type { AgencyInProcess } from '../../../../../support/world/agency.ts';
import type { Officer } from '../../../../../support/world/officer.ts';

export const provenance = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' };
/** The least that is told of a person here, with one number. */
export const person = {
  handlingCode: 'ON_RELEASE',
  cases: ['BY-2026-000001'],
  names: [{ kind: 'LEGAL', script: 'LATIN', surname: 'Probny', provenance }],
  infrastructure: [{ imei: { value: '490154203237518', provenance } }],
  offences: [{ article: '209', committedOn: '2025-03', provenance }],
  status: { stage: 'SUSPECTED', provenance },
};
const told = `dossier { version handlingCode
    names { id surname } waiting { value field by isFreeText terms } shareable { isDecided proposedBy countersignedBy } }`;

/** The officers of Belarus who show more of a dossier abroad, and one who reads it there. */
export function officersIn(agency: () => AgencyInProcess) {
  const investigator = () => agency().as('BELARUS', 'INVESTIGATOR');
  const supervisor = () => agency().as('BELARUS', 'SUPERVISOR');
  const abroad = () => agency().as('RUSSIA', 'INVESTIGATOR');
  async function act(officer: Officer, action: string, input: object): Promise<Taken & { id: string }> {
    const taken = await take(officer, 'BELARUS', action, input, told);
    return { ...taken, id: taken.of ?? '' };
  }
  const amend = (dossier: string, version: number, given: object, officer = investigator()) =>
    act(officer, 'amendDossier', { dossier, version, ...given });
  const propose = (dossier: string, version: number, officer = investigator()) =>
    act(officer, 'proposeShareable', {
      dossier,
      version,
      reason: 'A network across the border',
    });
  const countersign = (dossier: string, version: number, officer = supervisor(), given = {}) =>
    act(officer, 'countersignShareable', { dossier, version, ...given });
  const sign = (dossier: string, version: number, given: object = {}, officer = supervisor()) =>
    act(officer, 'countersignValues', { dossier, version, ...given });
  const versionOf = async (id: string) => (await agency().models.dossiers.findById(id).lean())?.version ?? 0;
  return { investigator, supervisor, abroad, act, amend, propose, countersign, sign, versionOf };
}
