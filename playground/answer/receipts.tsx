import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import type { Receipt } from '../wire/answer.ts';
import { Remedy } from './remedy.tsx';

/** The remedy for a receipt. */
export const RemedyOf = ({ receipt }: { receipt: Receipt }) => (
  <Remedy advice={receipt.advice} owner={receipt.owner} of={receipt.class} text={receipt.remedy} />
);

/** One receipt: what was withheld, whose it is, why, and what can be done. */
export function ReceiptCard({ receipt }: { receipt: Receipt }) {
  const t = useMessages();
  return (
    <article className="receipt">
      <h2>
        <code>{receipt.coordinate}</code>
      </h2>
      <dl>
        <dt>{t('receipt.class')}</dt>
        <dd>{titleOf(t, 'InformationClass', receipt.class)}</dd>
        <dt>{t('receipt.owner')}</dt>
        <dd>
          <span data-agency={receipt.owner}>{titleOf(t, 'Agency', receipt.owner)}</span>
        </dd>
        <dt>{t('receipt.reason')}</dt>
        <dd>
          {titleOf(t, 'RedactionReason', receipt.reason)} <code>{receipt.reason}</code>
        </dd>
        <dt>{t('receipt.records')}</dt>
        <dd>{receipt.records ? receipt.records.join(', ') : t('receipt.allRecords')}</dd>
        <dt>{t('receipt.remedy')}</dt>
        <dd>
          <RemedyOf receipt={receipt} />
        </dd>
      </dl>
    </article>
  );
}

/** Everything that was withheld from an answer. */
export function Receipts({ receipts }: { receipts: readonly Receipt[] }) {
  const t = useMessages();
  if (receipts.length === 0) return <p className="hint">{t('receipt.none')}</p>;
  return (
    <>
      <p className="hint">{t('receipt.hint')}</p>
      {receipts.map((receipt) => (
        <ReceiptCard
          key={`${receipt.coordinate} ${receipt.owner} ${receipt.reason} ${receipt.records}`}
          receipt={receipt}
        />
      ))}
    </>
  );
}

/** In place of a value that was withheld: that it was, why, and on request what can be done. */
export function Withheld({ receipts }: { receipts: readonly Receipt[] }) {
  const t = useMessages();
  return (
    <details className="withheld">
      <summary>
        <span className="badge">{t('withheld.badge')}</span>{' '}
        {[...new Set(receipts.map(({ reason }) => titleOf(t, 'RedactionReason', reason)))].join('; ')}
      </summary>
      {receipts.map((receipt) => (
        <p key={`${receipt.owner} ${receipt.reason} ${receipt.class}`}>
          <span data-agency={receipt.owner}>{titleOf(t, 'Agency', receipt.owner)}</span>
          {' · '}
          {titleOf(t, 'InformationClass', receipt.class)}
          {'. '}
          <RemedyOf receipt={receipt} />
        </p>
      ))}
    </details>
  );
}
