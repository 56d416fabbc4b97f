import { useGraphiQL } from '@graphiql/react';
import { useState } from 'react';
import type { Agency } from '../../terms/agencies.ts';
import { agencyNames, subgraphOf } from '../../terms/agencies.ts';
import { type Asked, askedNow } from '../answer/asked.ts';
import { Notices } from '../answer/notices.tsx';
import { Remedy } from '../answer/remedy.tsx';
import { Stamp } from '../answer/stamp.tsx';
import { type Outcome, useDesk } from '../desk/use-desk.ts';
import { DryRunDocument, type FieldVerdictFragment } from '../generated/operations.ts';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { lastOne } from '../wire/last-one.ts';
import { dataOf, operationOf } from '../wire/operation-of.ts';
import { judge } from './judge.ts';

type DryRun =
  | { state: 'idle' }
  | { state: 'asking' }
  | { state: 'not-ready' }
  | { state: 'done'; outcome: Outcome; asked: Asked };

function Half({ agency, fields }: { agency: Agency; fields: FieldVerdictFragment[] }) {
  const t = useMessages();
  const decided = fields.filter((field) => field.class !== 'OPEN' || field.verdict !== 'ALLOW');
  return (
    <section>
      <h2 data-agency={agency}>{titleOf(t, 'Agency', agency)}</h2>
      {decided.length === 0 && <p className="hint">{t('visibility.nothing')}</p>}
      <ul className="verdicts">
        {decided.map((field) => (
          <li key={field.coordinate} data-verdict={field.verdict}>
            <code>{field.coordinate}</code>
            <span className="verdict">{titleOf(t, 'FieldVerdict', field.verdict)}</span>
            <span className="class">{titleOf(t, 'InformationClass', field.class)}</span>
            {field.reason && <span>{titleOf(t, 'RedactionReason', field.reason)}</span>}
            {field.remedy && (
              <p>
                <Remedy advice={field.advice} owner={agency} of={field.class} text={field.remedy} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Halves({ outcome }: { outcome: Outcome }) {
  if (outcome.state !== 'answered') return null;
  const halves = dataOf(DryRunDocument, outcome.answer)?.visibility;
  return agencyNames.map((agency) => {
    const fields = halves?.[subgraphOf(agency)];
    return fields && <Half key={agency} agency={agency} fields={fields} />;
  });
}

/** The dry run: what the query in the editor would show under the mandate, by policy alone. */
export function VisibilityPanel() {
  const t = useMessages();
  const { ask, missing, mandate } = useDesk();
  const { queryEditor, operationName } = useGraphiQL((state) => ({
    queryEditor: state.queryEditor,
    operationName: state.operationName,
  }));
  const [result, setResult] = useState<DryRun>({ state: 'idle' });
  const [begin] = useState(lastOne);

  async function start() {
    const isLast = begin();
    const document = queryEditor?.getValue() ?? '';
    const judged = judge(document, operationName);
    if (judged.state !== 'ready') return setResult({ state: 'not-ready' });
    setResult({ state: 'asking' });
    const asked = askedNow(mandate);
    const outcome = await ask(operationOf(DryRunDocument, { document, operationName: judged.operationName }));
    if (isLast()) setResult({ state: 'done', outcome, asked });
  }

  return (
    <>
      <p className="hint">{t('visibility.hint')}</p>
      <button type="button" className="primary" disabled={missing.length > 0} onClick={start}>
        {t('visibility.ask')}
      </button>
      {missing.length > 0 && <p className="hint">{t('outcome.no-mandate')}</p>}
      <div aria-live="polite">
        {result.state === 'not-ready' && <p className="notice">{t('visibility.notReady')}</p>}
        {result.state === 'done' && (
          <>
            <Stamp asked={result.asked} onAgain={() => void start()} />
            <Notices outcome={result.outcome} />
            <Halves outcome={result.outcome} />
          </>
        )}
      </div>
    </>
  );
}
