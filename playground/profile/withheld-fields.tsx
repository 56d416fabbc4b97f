import { useState } from 'react';
import { RemedyOf } from '../answer/receipts.tsx';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Fold } from '../parts/fold.tsx';
import type { Halves } from './halves.ts';
import { withheldIn } from './withheld-in.ts';

/** The withheld fields of both halves: each reason once, with its fields and the remedy. */
export function WithheldFields({ halves }: { halves: Halves }) {
  const t = useMessages();
  const groups = withheldIn(halves);
  const [isOpen, setOpen] = useState(false);
  if (groups.length === 0) return null;
  const fields = new Set(groups.flatMap((group) => group.fields.map((field) => `${group.agency} ${field}`)));
  return (
    <section className="withheld-fields" aria-label={t('profile.gaps')}>
      <Fold
        isOpen={isOpen}
        onToggle={setOpen}
        line={
          <>
            <h3>{t('profile.gaps')}</h3> <span className="count">{fields.size}</span>
          </>
        }
      >
        <ul>
          {groups.map(({ receipt, fields }) => (
            <li key={`${receipt.owner} ${receipt.reason} ${receipt.remedy}`}>
              <span data-agency={receipt.owner}>{titleOf(t, 'Agency', receipt.owner)}</span>
              {' · '}
              {titleOf(t, 'RedactionReason', receipt.reason)}
              {': '}
              {fields.map((field) => t(`field.${field}`)).join(', ')}. <RemedyOf receipt={receipt} />
            </li>
          ))}
        </ul>
      </Fold>
    </section>
  );
}
