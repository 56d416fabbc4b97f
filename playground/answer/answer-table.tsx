import { parse } from 'graphql';
import { useMemo } from 'react';
import { isDossierId } from '../../identity/agencies.ts';
import { useMessages } from '../messages/use-messages.ts';
import type { KnownSchema } from '../schema.ts';
import type { Operation } from '../wire/ask.ts';
import type { Answer } from './answer.ts';
import { Withheld } from './receipts.tsx';
import { compact, operationIn, type Row, rowsOf, type Shown } from './rows.ts';
import { ShownText } from './shown-text.tsx';

/** More would make the page slow, and nobody reads them. */
const mostRows = 1_000;

function Value({ shown, onProfile }: { shown: Shown; onProfile: (id: string) => void }) {
  const t = useMessages();
  switch (shown.state) {
    case 'withheld':
      return <Withheld receipts={shown.receipts} />;
    case 'unavailable':
      return <span className="badge outage">{t('outage.badge')}</span>;
    case 'none':
      return <span className="none">{t('value.none')}</span>;
    case 'parts':
      return shown.count === undefined ? null : (
        <span className="none">{t('value.items', { count: shown.count })}</span>
      );
    case 'value':
      return isDossierId(shown.text) ? (
        <button type="button" className="link" onClick={() => onProfile(shown.text)}>
          {shown.text}
        </button>
      ) : (
        <ShownText>{shown.text}</ShownText>
      );
  }
}

function Line({ row, onProfile }: { row: Row; onProfile: (id: string) => void }) {
  return (
    <tr data-state={row.shown.state} data-path={row.id}>
      <th scope="row" style={{ '--depth': row.depth } as React.CSSProperties}>
        {row.label}
      </th>
      <td>
        <Value shown={row.shown} onProfile={onProfile} />
      </td>
    </tr>
  );
}

/** An answer as a table, in which each gap says why it is one. */
export function AnswerTable(props: {
  answer: Answer;
  operation: Operation;
  known: KnownSchema;
  onProfile: (id: string) => void;
}) {
  const { answer, operation, known, onProfile } = props;
  const t = useMessages();
  const table = useMemo(() => {
    const document = parse(operation.query);
    const chosen = operationIn(document, operation.operationName);
    if (!chosen) return undefined;
    const made = rowsOf(known.schema, document, chosen, answer, mostRows);
    return { ...made, shown: made.rows.length, rows: compact(made.rows) };
  }, [answer, operation, known]);
  if (!table) return null;
  return (
    <>
      {table.withheld > 0 && (
        <p className="notice" role="status">
          {t('withheld.count', { count: table.withheld })}
        </p>
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">{t('answer.field')}</th>
            <th scope="col">{t('answer.value')}</th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <Line key={row.id} row={row} onProfile={onProfile} />
          ))}
        </tbody>
      </table>
      {table.left > 0 && (
        <p className="notice" role="status">
          {t('answer.cut', { shown: table.shown, left: table.left })}
        </p>
      )}
    </>
  );
}
