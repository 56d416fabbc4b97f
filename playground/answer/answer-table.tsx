import { parse } from 'graphql';
import { Fragment, useMemo, useRef } from 'react';
import { isDossierId } from '../../terms/agencies.ts';
import type { KnownSchema } from '../desk/known-schema.ts';
import { useMessages } from '../messages/use-messages.ts';
import { sayValue } from '../messages/words-in.ts';
import { ShownText } from '../parts/shown-text.tsx';
import type { Answer } from '../wire/answer.ts';
import type { Operation } from '../wire/operation.ts';
import { GapShown } from './gap-shown.tsx';
import { Refused } from './refused.tsx';
import { compact, operationIn, type Row, rowsOf, type Shown } from './rows-of.ts';

type Leaf = Extract<Shown, { state: 'value' }>;

/** More would make the page slow, and nobody reads them. */
const mostRows = 1_000;

function Leaf({ shown, onProfile }: { shown: Leaf; onProfile: (id: string) => void }) {
  const t = useMessages();
  const [only] = shown.values;
  if (shown.values.length === 1 && isDossierId(only))
    return (
      <button type="button" className="link" onClick={() => onProfile(only)}>
        {only}
      </button>
    );
  return shown.values.map((value, index) => {
    const { text, code } = sayValue(t, shown.field, shown.type, value);
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: values of one list have no other name
      <Fragment key={index}>
        {index > 0 && ', '}
        <ShownText>{text}</ShownText>
        {code && <code className="code">{code}</code>}
      </Fragment>
    );
  });
}

function Value({ shown, onProfile }: { shown: Shown; onProfile: (id: string) => void }) {
  const t = useMessages();
  if (shown.state === 'value') return <Leaf shown={shown} onProfile={onProfile} />;
  if (shown.state !== 'parts') return <GapShown gap={shown} />;
  return shown.count === undefined ? null : (
    <span className="none">{t('value.items', { count: shown.count })}</span>
  );
}

function Line({ row, onProfile }: { row: Row; onProfile: (id: string) => void }) {
  const t = useMessages();
  return (
    <tr
      data-state={row.member?.isRefusal ? 'refused' : row.shown.state}
      data-path={row.id}
      data-contested={row.isContested}
    >
      <th scope="row" style={{ '--depth': row.depth } as React.CSSProperties}>
        {row.label}
      </th>
      <td>
        {!(row.member && row.shown.state === 'failed') && <Value shown={row.shown} onProfile={onProfile} />}
        {row.member && (
          <>
            <span className={row.member.isRefusal ? 'badge refused' : 'badge done'}>
              {t(row.member.isRefusal ? 'refusal.badge' : 'refusal.done')}
            </span>{' '}
            <code>{row.member.name}</code>
          </>
        )}
        {row.isContested && <span className="badge contested">{t('value.contested')}</span>}
      </td>
    </tr>
  );
}

/** Goes from one gap of a table to the next, and from the last to the first. */
function useNextGap() {
  const table = useRef<HTMLTableElement>(null);
  const last = useRef(-1);
  const next = () => {
    const gaps = [
      ...(table.current?.querySelectorAll<HTMLElement>('tr[data-state="withheld"] summary') ?? []),
    ];
    last.current = (last.current + 1) % gaps.length;
    const gap = gaps[last.current];
    gap?.scrollIntoView({ block: 'center' });
    gap?.focus();
  };
  return { table, next };
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
  const gaps = useNextGap();
  if (!table) return null;
  return (
    <>
      {table.refusal && <Refused refusal={table.refusal} />}
      {table.withheld > 0 && (
        <p className="notice" role="status">
          {t('withheld.count', { count: table.withheld })}{' '}
          <button type="button" onClick={gaps.next}>
            {t('withheld.next')}
          </button>
        </p>
      )}
      <table ref={gaps.table}>
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
