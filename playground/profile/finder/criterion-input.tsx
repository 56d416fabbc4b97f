import { useId } from 'react';
import { titles } from '../../../terms/titles/titles.ts';
import { titleOf } from '../../messages/title-of.ts';
import { useMessages } from '../../messages/use-messages.ts';
import type { Criteria, CriterionField } from './criteria.ts';

/** The closed lists that some fields are of. */
const closed: { [Field in CriterionField]?: 'Sex' | 'DocumentKind' | 'WalletChain' } = {
  sex: 'Sex',
  documentKind: 'DocumentKind',
  walletChain: 'WalletChain',
};

const examples: { [Field in CriterionField]?: string } = {
  birthDate: '12.03.1985',
  birthCountry: 'BY',
  documentIssuer: 'BY',
  phone: '+375 29 …',
  messengerService: 'Telegram',
};

const lengths: { [Field in CriterionField]?: number } = {
  birthCountry: 2,
  documentIssuer: 2,
  cardFirst6: 6,
  cardLast4: 4,
};

/** A field of a search, with its label and an example. */
export function CriterionInput(props: {
  field: CriterionField;
  value: string;
  isWrong: boolean;
  describedBy?: string;
  onChange: (changed: Partial<Criteria>) => void;
}) {
  const { field, value, isWrong, describedBy, onChange } = props;
  const t = useMessages();
  const id = useId();
  const list = closed[field];
  return (
    <div>
      <label htmlFor={id}>{t(`criterion.${field}`)}</label>
      {list ? (
        <select
          id={id}
          value={value}
          aria-invalid={isWrong}
          onChange={(event) => onChange({ [field]: event.target.value })}
        >
          <option value="">—</option>
          {Object.keys(titles[list]).map((member) => (
            <option key={member} value={member}>
              {titleOf(t, list, member)}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          value={value}
          placeholder={examples[field]}
          maxLength={lengths[field] ?? 200}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={isWrong}
          aria-describedby={describedBy}
          data-field={field}
          onChange={(event) => onChange({ [field]: event.target.value })}
        />
      )}
    </div>
  );
}
