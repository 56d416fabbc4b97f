import { useState } from 'react';
import { GapShown } from '../../answer/gap-shown.tsx';
import { Notices } from '../../answer/notices.tsx';
import { useDesk } from '../../desk/use-desk.ts';
import { type Column, RecordsTable } from '../../list/records-table.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import { wordsIn } from '../../messages/words-in.ts';
import { Field, Line } from '../../parts/field.tsx';
import { Fold } from '../../parts/fold.tsx';
import { ShownText } from '../../parts/shown-text.tsx';
import { StepForm } from '../../step/step-form.tsx';
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
  return (
    <StepForm
      step="setDeputy"
      isReady={isReady && deputy.trim() !== '' && until !== ''}
      hint={t('deputies.lastDayHint')}
      onSubmit={() => steps.choose('setDeputy', { deputy: deputy.trim(), until })}
    >
      <Line label={t('deputies.deputy')} value={deputy} longest={longestName} onChange={setDeputy} />
      <Field label={t('deputies.lastDay')}>
        {(id) => (
          <input id={id} type="date" value={until} onChange={({ target }) => setUntil(target.value)} />
        )}
      </Field>
    </StepForm>
  );
}

function Listed({ deputies, isReady, steps }: StepProps & { deputies: readonly Deputy[] }) {
  const t = useMessages();
  const { viewer } = useDesk().officer;
  if (deputies.length === 0) return <p className="hint">{t('deputies.none')}</p>;
  const isOwn = ({ standsInFor }: Deputy) =>
    standsInFor === viewer.subject && mayOnDeputies(viewer, 'naming');
  const columns: Column<Deputy>[] = [
    { title: t('deputies.away'), cell: ({ standsInFor }) => <ShownText>{standsInFor}</ShownText> },
    {
      title: t('deputies.standsIn'),
      cell: ({ subject }) => (
        <>
          <ShownText>{subject}</ShownText>
          {subject === viewer.subject && <> ({t('deputies.you')})</>}
        </>
      ),
    },
    {
      title: t('deputies.until'),
      cell: (deputy) => (
        <>
          {wordsIn(t).moment(deputy.until)}{' '}
          {isOwn(deputy) && (
            <button
              type="button"
              disabled={!isReady}
              onClick={() => steps.choose('endDeputy', { deputy: deputy.subject })}
            >
              {t('step.endDeputy')}
            </button>
          )}
        </>
      ),
    },
  ];
  return (
    <RecordsTable
      caption={t('deputies.listed')}
      columns={columns}
      items={deputies}
      keyOf={({ standsInFor }) => standsInFor}
    />
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
