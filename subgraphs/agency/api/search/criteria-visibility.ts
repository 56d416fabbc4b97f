import { type DocumentNode, Kind, visit } from 'graphql';
import type { FieldVisibility } from '../../permissions/field-visibility.ts';
import type { Permissions } from '../../permissions/permissions.ts';
import {
  type Criterion,
  classOfCriterion,
  coordinateOfCriterion,
  criterionFields,
} from '../../records/formats/criteria/class-of-criterion.ts';

/** Criteria that an operation searches by; all of them where they come in a variable. Fragments are taken to be of each. */
function criteriaIn(document: DocumentNode, operationName: string | null): Criterion[] {
  const asked = new Set<Criterion>();
  visit(document, {
    OperationDefinition: ({ name }) =>
      operationName === null || name?.value === operationName ? undefined : false,
    Field(field) {
      if (field.name.value !== 'searchSuspects') return;
      const value = field.arguments?.find(({ name }) => name.value === 'criteria')?.value;
      const given =
        value?.kind === Kind.OBJECT
          ? value.fields.map(({ name }) => name.value)
          : [...criterionFields.keys()];
      for (const name of given) {
        const criterion = criterionFields.get(name);
        if (criterion) asked.add(criterion);
      }
    },
  });
  return [...asked];
}

/** Decides whether the criteria of an operation's search count at this agency. */
export const criteriaVisibility = (
  { document, operationName }: { document: DocumentNode; operationName: string | null },
  { verdicts: { of, reasons }, remedy, remedyByRecord }: Permissions,
): FieldVisibility[] =>
  criteriaIn(document, operationName).map((criterion) => {
    const informationClass = classOfCriterion[criterion];
    const verdict = of[informationClass];
    const reason = verdict === 'DENY' ? (reasons[informationClass] ?? 'ROLE') : null;
    const nothing = { remedy: null, advice: null };
    const advised = reason ? remedy(reason, { class: informationClass }) : nothing;
    return {
      coordinate: coordinateOfCriterion(criterion),
      class: informationClass,
      verdict,
      reason,
      ...(verdict === 'BY_RECORD' ? remedyByRecord(informationClass) : advised),
    };
  });
