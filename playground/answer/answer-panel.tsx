import { ResponseEditor } from '@graphiql/react';
import { useState } from 'react';
import type { KnownSchema } from '../desk/known-schema.ts';
import { useMessages } from '../messages/use-messages.ts';
import { TabBar } from '../parts/tab-bar.tsx';
import type { Run } from '../query/run.ts';
import { receiptsOf } from '../wire/answer.ts';
import { AnswerTable } from './answer-table.tsx';
import { RunNotices } from './notices.tsx';
import { Receipts } from './receipts.tsx';
import { Stamp } from './stamp.tsx';

type View = 'table' | 'receipts' | 'raw';

/** The panel of an answer: a table with its gaps marked, the receipts of withheld fields, and the JSON itself. */
export function AnswerPanel(props: {
  run: Run;
  known: KnownSchema | undefined;
  onAgain: () => void;
  onProfile: (id: string) => void;
}) {
  const { run, known, onAgain, onProfile } = props;
  const t = useMessages();
  const [view, setView] = useState<View>('table');
  const answered = run.state === 'done' && run.outcome.state === 'answered' ? run.outcome.answer : undefined;
  const receipts = answered ? receiptsOf(answered) : [];
  return (
    <section className="answer" aria-label={t('answer.title')}>
      <TabBar
        label={t('answer.title')}
        tabs={{
          table: t('answer.table'),
          receipts: (
            <>
              {t('answer.receipts')} <span className="count">{receipts.length}</span>
            </>
          ),
          raw: t('answer.raw'),
        }}
        current={view}
        onChoose={setView}
      />
      {run.state === 'done' && run.outcome.state !== 'no-mandate' && <Stamp asked={run.asked} />}
      <RunNotices run={run} onAgain={onAgain} />
      <div
        id="panel-table"
        role="tabpanel"
        aria-label={t('answer.table')}
        className="panel"
        hidden={view !== 'table'}
      >
        {answered?.data && known && run.state === 'done' && (
          <AnswerTable answer={answered} operation={run.operation} known={known} onProfile={onProfile} />
        )}
      </div>
      <div
        id="panel-receipts"
        role="tabpanel"
        aria-label={t('answer.receipts')}
        className="panel"
        hidden={view !== 'receipts'}
      >
        <Receipts receipts={receipts} />
      </div>
      <div
        id="panel-raw"
        role="tabpanel"
        aria-label={t('answer.raw')}
        className="panel raw graphiql-container"
        data-shown={view === 'raw'}
      >
        <ResponseEditor />
      </div>
    </section>
  );
}
