import sift from 'sift';
import type { Authenticated } from '../../../identity/authenticate-fetch.ts';
import { daysAfter } from '../../../terms/days.ts';
import type { RedactionReason } from '../../../terms/enums.ts';
import { type DecidedClass, decidedClasses, type InformationClass } from '../../../terms/enums.ts';
import type { DossierField, DossierPart } from '../records/dossier/dossier-part.ts';
import { type Advice, adviceByRecord, sentenceOf } from './advice.ts';
import { adviceOf } from './advice-of.ts';
import type { AgencyDefinition } from './agency-definition.ts';
import { allOf } from './all-of.ts';
import {
  type Asking,
  byRecordFilter,
  decideByRecord,
  decidingFields,
  existenceGate,
  type Filter,
  type Restriction,
  restrictionsOn,
  searchGate,
} from './by-record.ts';
import { type Handled, handledOf } from './handling.ts';
import { onceADossier } from './once-a-dossier.ts';
import { type Withheld, type WithheldField, withheldOf } from './redactions.ts';
import { type Verdicts, verdictsBy } from './verdicts.ts';

/** The extent to which one request may read the agency's dossiers. */
export interface Permissions {
  verdicts: Verdicts;
  /** The filter of the dossiers that exist for this viewer; undefined when none does, and none need be looked for. */
  gate: Filter | undefined;
  /** The filter for their searches: those dossiers, and those that a hit may tell them of. */
  searchGate: Filter | undefined;
  /** The time by which unsigned values must have been recorded to be seen abroad; undefined where only people sign them. */
  openUntil: Date | undefined;
  /** True for a dossier that the viewer may see; its `gateFields` were read. */
  isVisible(dossier: DossierPart): boolean;
  /** The filter of the dossiers of which this viewer may read a class; undefined when there can be none. */
  filterOf(informationClass: InformationClass): Filter | undefined;
  /** The fields of a dossier that must be read to decide on its classes, and to put on record that it was read. */
  decidingFields: readonly DossierField[];
  /** ALLOW if a class of a dossier may be read, and the reason if not. A dossier is asked once of each class. */
  decide(informationClass: InformationClass, dossier: DossierPart): 'ALLOW' | RedactionReason;
  /** The restrictions under which a class of a dossier that is allowed may be used; asked once, as above. */
  restrictions(informationClass: InformationClass, dossier: DossierPart): readonly Restriction[];
  /** The advice on a field that is withheld, in a sentence and as its parts. */
  remedy(reason: RedactionReason, field: Omit<WithheldField, 'coordinate'>): Remedy;
  /** The same where the record decides. */
  remedyByRecord(informationClass: InformationClass): Remedy;
  withheld: Withheld;
  handled: Handled;
}

export interface Remedy {
  remedy: string;
  advice: Advice;
}

const isColumn = (informationClass: InformationClass): informationClass is DecidedClass =>
  (decidedClasses as readonly string[]).includes(informationClass);

/** Decides for an agency, by its own policy and on its own clock, what requests may read. */
export function permissionsOf({ agency, contactPoint, policy }: AgencyDefinition) {
  const { table, shareable, demandsReason } = policy;
  const verdictsFor = verdictsBy(table, agency);
  return (
    { viewer, mandate, reason }: Pick<Authenticated, 'viewer' | 'mandate' | 'reason'>,
    now: Date,
  ): Permissions => {
    const verdicts = verdictsFor(viewer, mandate, demandsReason && reason === undefined);
    const { side, of, wantReason } = verdicts;
    const asking: Asking = { owner: agency, viewer, mandate, side, now, shareable, wantReason };
    const gate = of.OPEN === 'DENY' ? undefined : existenceGate(asking);
    let passes: ((dossier: DossierPart) => boolean) | undefined;
    const said = (advice: Advice, informationClass: InformationClass): Remedy => ({
      remedy: sentenceOf(advice, { owner: agency, informationClass }),
      advice,
    });
    const remedy: Permissions['remedy'] = (reason, { class: informationClass, action }) =>
      said(
        adviceOf(reason, {
          contactPoint,
          side,
          table,
          held: verdicts.roles,
          informationClass,
          ...(action && { action }),
        }),
        informationClass,
      );
    return {
      verdicts,
      gate,
      searchGate: gate && searchGate(asking),
      openUntil: policy.unsignedDays === undefined ? undefined : daysAfter(now, -policy.unsignedDays),
      isVisible(dossier) {
        // The gate itself decides, outside the database too; it is made when it is asked, as few requests search.
        passes ??= gate ? sift.default(gate) : () => false;
        return passes(dossier);
      },
      decidingFields: side === 'own' || Object.values(of).includes('BY_RECORD') ? decidingFields[side] : [],
      filterOf(informationClass) {
        const verdict = of[informationClass];
        if (gate === undefined || verdict === 'DENY') return undefined;
        if (verdict === 'ALLOW' || !isColumn(informationClass)) return gate;
        const filter = byRecordFilter(informationClass, asking);
        return filter && allOf(gate, filter);
      },
      decide: onceADossier((informationClass, dossier) => {
        const verdict = of[informationClass];
        if (verdict === 'ALLOW') return 'ALLOW';
        if (verdict === 'DENY' || !isColumn(informationClass))
          return verdicts.reasons[informationClass] ?? 'ROLE';
        return decideByRecord(informationClass, dossier, asking);
      }),
      restrictions: onceADossier((informationClass, dossier) =>
        isColumn(informationClass) ? restrictionsOn(informationClass, dossier, asking) : [],
      ),
      remedy,
      remedyByRecord: (informationClass) =>
        said(adviceByRecord(side, wantReason.includes(informationClass)), informationClass),
      withheld: withheldOf(agency, remedy),
      handled: handledOf(agency),
    };
  };
}
