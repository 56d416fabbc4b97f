import { useGraphiQL } from '@graphiql/react';
import { useState } from 'react';
import type { Agency } from '../../identity/agencies.ts';
import { agencyNames, subgraphOf } from '../../identity/agencies.ts';
import { useDesk } from '../desk.ts';
import { codeMessage } from '../messages/code-message.ts';
import { useMessages } from '../messages/use-messages.ts';
import { judge } from './operation.ts';

/** What an agency says of one field, before it is asked. */
interface FieldVisibility {
  coordinate: string;
  class: string;
  verdict: 'ALLOW' | 'BY_RECORD' | 'DENY';
  reason: string | null;
  remedy: string | null;
}

const half = '{ coordinate class verdict reason remedy }';
const dryRun = `query DryRun($document: String!, $operationName: String) {
  visibility(document: $document, operationName: $operationName) { belarus ${half} russia ${half} }
}`;

type DryRun =
  | { state: 'idle' }
  | { state: 'asking' }
  | { state: 'failed'; message: string }
  | { state: 'told'; halves: Record<string, FieldVisibility[] | null> };

function Half({ agency, fields }: { agency: Agency; fields: FieldVisibility[] | null | undefined }) {
  const t = useMessages();
  const decided = (fields ?? []).filter((field) => field.class !== 'OPEN' || field.verdict !== 'ALLOW');
  return (
    <section>
      <h2 data-agency={agency}>{t(`agency.${agency}`)}</h2>
      {fields === null && <p className="notice">{t('outage.agency', { agency: t(`agency.${agency}`) })}</p>}
      {fields && decided.length === 0 && <p className="hint">{t('visibility.nothing')}</p>}
      <ul className="verdicts">
        {decided.map((field) => (
          <li key={field.coordinate} data-verdict={field.verdict}>
            <code>{field.coordinate}</code>
            <span className="verdict">{t(`verdict.${field.verdict}`)}</span>
            <span className="class">{codeMessage(t, 'class', field.class)}</span>
            {field.reason && <span>{codeMessage(t, 'reason', field.reason)}</span>}
            {field.remedy && <p lang="en">{field.remedy}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The dry run: what the query in the editor would show under the mandate, by policy alone. */
export function VisibilityPanel() {
  const t = useMessages();
  const { ask, missing } = useDesk();
  const { queryEditor, operationName } = useGraphiQL((state) => ({
    queryEditor: state.queryEditor,
    operationName: state.operationName,
  }));
  const [result, setResult] = useState<DryRun>({ state: 'idle' });

  async function start() {
    const document = queryEditor?.getValue() ?? '';
    const judged = judge(document, operationName);
    if (judged.state !== 'ready') {
      setResult({ state: 'failed', message: t('visibility.notReady') });
      return;
    }
    setResult({ state: 'asking' });
    const outcome = await ask({
      query: dryRun,
      variables: { document, operationName: judged.operationName },
    });
    if (outcome.state !== 'answered')
      return setResult({ state: 'failed', message: t(`outcome.${outcome.state}`) });
    const halves = outcome.answer.data?.visibility as Record<string, FieldVisibility[] | null> | undefined;
    const message = outcome.answer.errors?.[0]?.message ?? t('outcome.unreachable');
    setResult(halves ? { state: 'told', halves } : { state: 'failed', message });
  }

  return (
    <>
      <p className="hint">{t('visibility.hint')}</p>
      <button type="button" className="primary" disabled={missing.length > 0} onClick={start}>
        {t('visibility.ask')}
      </button>
      {missing.length > 0 && <p className="hint">{t('outcome.no-mandate')}</p>}
      <div aria-live="polite">
        {result.state === 'failed' && <p className="notice">{result.message}</p>}
        {result.state === 'told' &&
          agencyNames.map((agency) => (
            <Half key={agency} agency={agency} fields={result.halves[subgraphOf(agency)]} />
          ))}
      </div>
    </>
  );
}
