import { type DecidedClass, decidedClasses, type InformationClass } from '../../../../terms/enums.ts';
import { classOfLocated, waitingIn } from '../dossier/countersigning/signing.ts';
import type { DossierRecord } from '../dossier/dossier-record.ts';
import type { Link } from '../dossier/link.ts';
import { answerDue } from '../dossier/links/days-to-answer.ts';
import { nameOfLink } from '../dossier/links/link-names.ts';
import { linkState } from '../dossier/links/link-state.ts';
import { obstacleAbroad } from '../dossier/obstacle-abroad.ts';
import { endOfDay } from '../formats/dates/day-window.ts';
import { awaitsAfterwards } from '../measures/measure-transition.ts';
import type { Measure } from '../values/measures.ts';
import { earliest, valuesOf } from '../values/values-of.ts';
import { orderOf, type WaitingRecord } from './waiting-record.ts';

type Found = Pick<WaitingRecord, 'kind' | 'of' | 'not' | 'since' | 'due'> & {
  needs: readonly InformationClass[];
};

/** Nobody but a grant ends a proposal: one whose period is over is left out by its due date, when it is read. */
function releases({ releases: all }: DossierRecord): Found[] {
  return all
    .filter(({ grantedAt, recalledAt }) => !grantedAt && !recalledAt)
    .map(({ id, classes, proposedBy, proposedAt, until }) => ({
      kind: 'RELEASE_TO_GRANT',
      of: id,
      needs: classes,
      not: proposedBy,
      since: proposedAt,
      due: until,
    }));
}

/** The step on a link that waits for an officer; undefined if none does. */
export function waitsOnLink(link: Link): Pick<Found, 'kind' | 'not' | 'since' | 'due'> | undefined {
  if (link.ended !== undefined) return undefined;
  const { own, told } = link;
  const isAsked = told.decision !== 'NONE' && own.decision === 'NONE' && told.decidedAt;
  const due = isAsked ? { due: answerDue(isAsked) } : {};
  const { proposal } = own;
  if (proposal)
    return { kind: 'LINK_TO_COUNTERSIGN', not: proposal.proposedBy, since: proposal.proposedAt, ...due };
  if (isAsked) return { kind: 'LINK_TO_ANSWER', since: isAsked, ...due };
  const decisions = [own.decidedAt, told.decidedAt].flatMap((at) => at?.getTime() ?? []);
  if (linkState(link) !== 'DISPUTED' || decisions.length === 0) return undefined;
  return { kind: 'LINK_DISPUTED', since: new Date(Math.max(...decisions)) };
}

function links({ links: all }: DossierRecord): Found[] {
  return all.flatMap((link) => {
    const of = nameOfLink(link);
    const found = waitsOnLink(link);
    return found && of !== undefined ? [{ ...found, of, needs: ['IDENTITY'] as const }] : [];
  });
}

function shareable({ shareable: decision }: DossierRecord): Found[] {
  const proposal = decision?.proposal;
  if (!proposal) return [];
  const { proposedBy, proposedAt } = proposal;
  return [{ kind: 'SHAREABLE_TO_COUNTERSIGN', needs: [], not: proposedBy, since: proposedAt }];
}

function values(dossier: DossierRecord): Found[] {
  const waiting = waitingIn(dossier);
  const marks = waiting.flatMap(({ value }) => value.provenance.unsigned ?? []);
  if (marks.length === 0) return [];
  const authors = [...new Set(marks.map(({ by }) => by))];
  const [only] = authors;
  return [
    {
      kind: 'VALUES_TO_COUNTERSIGN',
      needs: waiting.map(classOfLocated),
      ...(authors.length === 1 && only !== undefined && { not: only }),
      since: new Date(Math.min(...marks.map(({ at }) => at.getTime()))),
    },
  ];
}

/** Proposals to remove values that nobody has agreed to. */
function removals(dossier: DossierRecord): Found[] {
  const waiting = valuesOf(dossier).filter(({ value }) => {
    const { leaving } = value.provenance;
    return leaving !== undefined && leaving.agreed === undefined;
  });
  const proposals = waiting.flatMap(({ value }) => value.provenance.leaving ?? []);
  if (proposals.length === 0) return [];
  const authors = [...new Set(proposals.map(({ by }) => by))];
  const [only] = authors;
  return [
    {
      kind: 'REMOVAL_TO_COUNTERSIGN',
      needs: waiting.map(classOfLocated),
      ...(authors.length === 1 && only !== undefined && { not: only }),
      since: earliest(proposals.map(({ at }) => at)),
      due: earliest(proposals.map(({ lapsesAt }) => lapsesAt)),
    },
  ];
}

/** The class of what a measure is against; none where it is against the person, or its target is no more. */
function classOfTarget(dossier: DossierRecord, { target }: Measure): InformationClass[] {
  const located = valuesOf(dossier).find(({ value }) => value.id === target);
  return located ? [classOfLocated(located)] : [];
}

/** The step on a measure that waits for an officer, now or later. */
export function waitsOnMeasure(measure: Measure): Pick<Found, 'kind' | 'not' | 'since' | 'due'> | undefined {
  const { state, window, plannedBy, provenance } = measure;
  const not = plannedBy === undefined ? {} : { not: plannedBy };
  if (awaitsAfterwards(measure))
    return { kind: 'MEASURE_UNAUTHORISED', ...not, since: provenance.recordedAt };
  if (!window) return undefined;
  const end = endOfDay(window.until);
  if (state === 'PLANNED') {
    const since = provenance.unsigned?.at ?? provenance.recordedAt;
    return { kind: 'MEASURE_TO_AUTHORISE', ...not, since, due: end };
  }
  return state === 'UNDER_WAY' ? { kind: 'MEASURE_TO_FINISH', since: end } : undefined;
}

/** Every step on a measure is for those alone who may read its plans and its target. */
const measures = (dossier: DossierRecord): Found[] =>
  (dossier.measures ?? []).flatMap((measure) => {
    const found = waitsOnMeasure(measure);
    const needs = ['TACTICAL', ...classOfTarget(dossier, measure)] as const;
    return found ? [{ ...found, of: measure.id, needs }] : [];
  });

const isDecided = (informationClass: InformationClass): informationClass is DecidedClass =>
  (decidedClasses as readonly string[]).includes(informationClass);

/** The steps on a dossier that wait for an officer; on one that may be neither released nor linked removals and measures alone. */
export function waitingOnDossier(dossier: DossierRecord): WaitingRecord[] {
  const { _id: id, cases } = dossier;
  const abroad = obstacleAbroad(dossier)
    ? []
    : [...releases(dossier), ...links(dossier), ...shareable(dossier), ...values(dossier)];
  const found = [...abroad, ...removals(dossier), ...measures(dossier)];
  return found.map(({ kind, of, needs, ...rest }) => {
    const _id = [id, kind, ...(of === undefined ? [] : [of])].join(' ');
    // Every refusal of a step says something of the case, so all of them need that class.
    const classes = [...new Set<InformationClass>(['CASE', ...needs])].filter(isDecided).sort();
    return {
      _id,
      kind,
      dossier: id,
      ...(of !== undefined && { of }),
      cases: [...cases],
      needs: classes,
      ...rest,
      order: orderOf({ id: _id, since: rest.since, due: rest.due }),
    };
  });
}
