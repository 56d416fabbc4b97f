import { type FormEvent, useState } from 'react';
import { GapShown } from '../../answer/gap-shown.tsx';
import { Notices } from '../../answer/notices.tsx';
import { useDesk } from '../../desk/use-desk.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { wordsIn } from '../../messages/words-in.ts';
import { Field } from '../../parts/field.tsx';
import { Fold } from '../../parts/fold.tsx';
import { ShownText } from '../../parts/shown-text.tsx';
import { StepNotices } from '../../step/step-notices.tsx';
import type { Steps } from '../../step/use-step.ts';
import { type Deputy, deputiesIn, mayOnDeputies } from './own-deputies.ts';
import { useDeputies } from './use-deputies.ts';

/** As long as the name of an officer may be. */
const longestName = 200;

interface StepProps {
  isReady: boolean;
  steps: Steps;
}

function NameForm({ isReady, steps }: StepProps) {
  const t = useMessages();
  const [deputy, setDeputy] = useState('');
  const [until, setUntil] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    steps.choose('setDeputy', { deputy: deputy.trim(), until });
  };
  return (
    <form className="request-form" onSubmit={submit}>
      <Field label={t('deputies.deputy')}>
        {(id) => (
          <input
            id={id}
            value={deputy}
            maxLength={longestName}
            autoComplete="off"
            spellCheck={false}
            onChange={({ target }) => setDeputy(target.value)}
          />
        )}
      </Field>
      <Field label={t('deputies.lastDay')}>
        {(id) => (
          <input id={id} type="date" value={until} onChange={({ target }) => setUntil(target.value)} />
        )}
      </Field>
      <p className="buttons">
        <button type="submit" className="primary" disabled={!isReady || deputy.trim() === '' || until === ''}>
          {t('step.setDeputy')}
        </button>
        <span className="hint">{t('deputies.lastDayHint')}</span>
      </p>
    </form>
  );
}

function Row({ deputy, isReady, steps }: StepProps & { deputy: Deputy }) {
  const t = useMessages();
  const { viewer } = useDesk().officer;
  const { subject, standsInFor, until } = deputy;
  const isOwn = standsInFor === viewer.subject && mayOnDeputies(viewer, 'naming');
  return (
    <tr>
      <th scope="row">
        <ShownText>{standsInFor}</ShownText>
      </th>
      <td data-label={t('deputies.standsIn')}>
        <ShownText>{subject}</ShownText>
        {subject === viewer.subject && <> ({t('deputies.you')})</>}
      </td>
      <td data-label={t('deputies.until')}>
        {wordsIn(t).moment(until)}{' '}
        {isOwn && (
          <button
            type="button"
            disabled={!isReady}
            onClick={() => steps.choose('endDeputy', { deputy: subject })}
          >
            {t('step.endDeputy')}
          </button>
        )}
      </td>
    </tr>
  );
}

function Listed({ deputies, ...row }: StepProps & { deputies: readonly Deputy[] }) {
  const t = useMessages();
  if (deputies.length === 0) return <p className="hint">{t('deputies.none')}</p>;
  return (
    <table>
      <caption>{t('deputies.listed')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('deputies.away')}</th>
          <th scope="col">{t('deputies.standsIn')}</th>
          <th scope="col">{t('deputies.until')}</th>
        </tr>
      </thead>
      <tbody>
        {deputies.map((deputy) => (
          <Row key={deputy.standsInFor} deputy={deputy} {...row} />
        ))}
      </tbody>
    </table>
  );
}

/** The officers of the agency who are out of office, and for a liaison officer the way to name a deputy. */
export function DeputiesView() {
  const t = useMessages();
  const { missing, officer } = useDesk();
  const [isOpen, setOpen] = useState(false);
  const { outcome, isAsking, read, steps } = useDeputies();
  const found = outcome?.state === 'answered' ? deputiesIn(outcome.answer, officer.viewer.agency) : undefined;
  const isReady = missing.length === 0 && !isAsking && steps.step.state !== 'sending';
  return (
    <Fold line={t('deputies.title')} isOpen={isOpen} onToggle={setOpen} className="deputies">
      <section aria-label={t('deputies.title')}>
        <p className="hint">{t('deputies.hint')}</p>
        {mayOnDeputies(officer.viewer, 'naming') && <NameForm isReady={isReady} steps={steps} />}
        <StepNotices steps={steps} />
        <p className="buttons">
          <button type="button" disabled={!isReady} onClick={() => void read(undefined)}>
            {t('deputies.list')}
          </button>
        </p>
        <div aria-live="polite">
          {missing.length > 0 && <p className="hint">{t('outcome.no-mandate')}</p>}
          {isAsking && <p>{t('editor.sending')}</p>}
          {outcome && <Notices outcome={outcome} />}
          {found && 'gap' in found && <GapShown gap={found.gap} />}
        </div>
        {found && 'deputies' in found && <Listed deputies={found.deputies} isReady={isReady} steps={steps} />}
      </section>
    </Fold>
  );
}
