import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import type { Action } from '../../../../terms/actions.ts';
import { isDossierId } from '../../../../terms/agencies.ts';
import type { InformationClass } from '../../../../terms/enums.ts';
import { stepDossier } from '../../actions/step-dossier.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import { unknownRecord } from '../../records/action-outcome.ts';
import { readReason } from '../../records/checks/read-text.ts';
import { freeTextsOf } from '../../records/dossier/countersigning/free-text.ts';
import {
  countersignShareable,
  countersignValues,
  proposeShareable,
  turnDownShareable,
} from '../../records/dossier/countersigning/shareable-steps.ts';
import { classOfLocated, waitingIn } from '../../records/dossier/countersigning/signing.ts';
import type { DossierPart } from '../../records/dossier/dossier-part.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import type { Shareable } from '../../records/dossier/shareable.ts';
import type { Author, StepResult } from '../../records/dossier/step.ts';
import { takenBack } from '../../records/dossier/steps/taken-back.ts';
import { markedTerms } from '../../records/formats/text/marked-terms.ts';
import { recordFieldOf } from '../../records/history/record-field.ts';
import { valuesOf } from '../../records/values/values-of.ts';
import { authorOf } from '../context/author-of.ts';
import type { RequestContext } from '../context/request-context.ts';
import { demandCaseOf, demandGroundAbroad, demandReading, isOutside } from '../execution/demand-reading.ts';
import { recordedDossier } from './result-resolvers.ts';

interface Target {
  dossier: string;
  version: number;
  reason?: string;
  neutrality?: string | null;
}

/** The resolver of an action on one dossier, which may carry a reason or a statement on free texts. */
const onDossier =
  (
    definition: AgencyDefinition,
    action: Action,
    classesIn: (dossier: DossierRecord) => readonly InformationClass[],
    decide: (
      dossier: DossierRecord,
      author: Author,
      text: string | undefined,
      classes: readonly InformationClass[],
      context: RequestContext,
    ) => StepResult,
  ) =>
  async (_source: unknown, { input }: { input: Target }, context: RequestContext) => {
    if (action !== 'turnDownShareable') demandGroundAbroad(context, action);
    if (!isDossierId(input.dossier)) return unknownRecord(input.dossier);
    const author = authorOf(context, action, input);
    const given = input.reason ?? input.neutrality ?? undefined;
    const outcome = await stepDossier(context, input, author, {
      demand(dossier) {
        demandReading(context, dossier, [...new Set<InformationClass>(['CASE', ...classesIn(dossier)])]);
        // It changes the handling code, and is felt by the dossier's officers alone.
        if (action === 'countersignShareable') demandCaseOf(context, dossier, action);
      },
      decide(dossier) {
        const read =
          given === undefined
            ? undefined
            : readReason(given, input.reason === undefined ? 'neutrality' : 'reason');
        if (read && 'problems' in read) return read;
        return decide(dossier, author, read?.text, classesIn(dossier), context);
      },
    });
    return 'written' in outcome ? recordedDossier(definition, outcome.written) : outcome;
  };

const fieldsOfShareable = {
  isDecided: ({ decided }: Shareable) => decided !== undefined,
  proposedBy: ({ proposal, decided }: Shareable) => (decided ?? proposal)?.proposedBy,
  proposedAt: ({ proposal, decided }: Shareable) => (decided ?? proposal)?.proposedAt,
  reason: ({ proposal, decided }: Shareable) => (decided ?? proposal)?.reason,
  countersignedBy: ({ decided }: Shareable) => decided?.countersignedBy,
  countersignedAt: ({ decided }: Shareable) => decided?.countersignedAt,
  neutrality: ({ decided }: Shareable) => decided?.neutrality,
};

/** The steps that show a dossier to other agencies, or more of one: proposed by one officer and countersigned by another. */
export function countersigningResolvers(definition: AgencyDefinition): Resolvers<RequestContext> {
  const { policy, provisions } = definition;
  const prefix = typePrefixOf(definition);

  const shared = () => policy.shareable;
  const waiting = (dossier: DossierRecord) => waitingIn(dossier).map(classOfLocated);

  return {
    [`${prefix}Mutation`]: {
      proposeShareable: onDossier(definition, 'proposeShareable', shared, (dossier, author, reason = '') =>
        proposeShareable(dossier, author, reason),
      ),
      countersignShareable: onDossier(
        definition,
        'countersignShareable',
        shared,
        (dossier, author, neutrality, classes) =>
          countersignShareable(dossier, author, { classes, neutrality, provisions }),
      ),
      turnDownShareable: onDossier(
        definition,
        'turnDownShareable',
        () => [],
        (dossier, author, _text, _classes, context) =>
          takenBack(
            turnDownShareable(dossier, author),
            isOutside(context, dossier) && dossier.shareable?.proposal?.proposedBy !== author.by,
          ),
      ),
      countersignValues: onDossier(
        definition,
        'countersignValues',
        waiting,
        (dossier, author, neutrality, classes) =>
          countersignValues(dossier, author, { classes, neutrality, provisions }),
      ),
    },
    [`${prefix}Dossier`]: {
      waiting: (dossier: DossierPart, _arguments: unknown, { permissions }: RequestContext) =>
        valuesOf(dossier)
          .filter(
            (located) =>
              located.value.provenance.unsigned &&
              permissions.decide(classOfLocated(located), dossier) === 'ALLOW',
          )
          .map((located) => ({
            value: located.value.id,
            field: recordFieldOf[located.field],
            by: located.value.provenance.unsigned?.by,
            since: located.value.provenance.unsigned?.at,
            isFreeText: freeTextsOf(located, provisions).length > 0,
            terms: markedTerms(freeTextsOf(located, provisions)),
          })),
    },
    Shareable: fieldsOfShareable,
  };
}
