import { useId, useState } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Fold } from '../../parts/fold.tsx';
import {
  type Criteria,
  type CriterionField,
  criterionFields,
  problemsIn,
} from '../../profile/finder/criteria.ts';
import { CriterionInput } from '../../profile/finder/criterion-input.tsx';

const first = [
  'name',
  'birthDate',
  'documentIssuer',
  'documentKind',
  'documentNumber',
] as const satisfies readonly CriterionField[];
const others = criterionFields.filter((field) => !first.some((each) => each === field));

/** The criteria by which a request names its person, and what asking so costs. */
export function DraftCriteria(props: { criteria: Criteria; onChange: (changed: Partial<Criteria>) => void }) {
  const { criteria, onChange } = props;
  const t = useMessages();
  const id = useId();
  const [areAllShown, setAllShown] = useState(false);
  const problems = problemsIn(criteria);
  const input = (field: CriterionField) => (
    <CriterionInput
      key={field}
      field={field}
      value={criteria[field]}
      isWrong={problems.includes(field)}
      describedBy={`${id}-hint`}
      onChange={onChange}
    />
  );
  return (
    <fieldset className="field criteria" data-wide="true">
      <legend>{t('draftSubject.criteria')}</legend>
      <div className="grid">{first.map(input)}</div>
      <Fold line={t('search.allCriteria')} isOpen={areAllShown} onToggle={setAllShown}>
        <div className="grid">{others.map(input)}</div>
      </Fold>
      <p id={`${id}-hint`} className="hint">
        {t('draft.criteria')} {t('search.birthDate.hint')}{' '}
        {problems.length > 0 &&
          t('search.correct', { fields: problems.map((field) => t(`criterion.${field}`)).join(', ') })}
      </p>
    </fieldset>
  );
}
