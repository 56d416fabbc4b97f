import { Fragment } from 'react';
import { GapShown } from '../answer/gap-shown.tsx';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { wordsIn } from '../messages/words-in.ts';
import { Fact } from '../parts/fact.tsx';
import { ShownText } from '../parts/shown-text.tsx';
import { ToProfile } from '../profile/finder/to-profile.tsx';
import { describe } from '../profile/profile-fields.ts';
import { measureDaysInWords } from './own/days-in-words.ts';
import type { ShownMeasure } from './own/own-measures.ts';
import type { Provision } from './own/provision.ts';
import { regionName } from './own/region-name.ts';
import { awaitsAfterwards } from './steps/measure-steps.ts';
import { countFields, sumFields } from './steps/outcome-draft.ts';
import type { Targets } from './steps/targets.ts';

type Outcome = NonNullable<ShownMeasure['outcome']>;

/** The outcome of a measure in numbers; what is none is left out. */
function OutcomeFacts({ outcome }: { outcome: Outcome }) {
  const t = useMessages();
  const { amount } = wordsIn(t);
  const counts = countFields.filter((field) => outcome[field] > 0);
  const sums = sumFields.filter((field) => outcome[field].length > 0);
  if (counts.length === 0 && sums.length === 0 && outcome.things.length === 0)
    return <p className="none">{t('measure.nothing')}</p>;
  return (
    <dl className="facts outcome">
      {counts.map((field) => (
        <Fact key={field} name={t(`measureOutcome.${field}`)}>
          {amount(String(outcome[field]))}
        </Fact>
      ))}
      {outcome.things.length > 0 && (
        <Fact name={t('measureOutcome.things')}>
          <ul className="plain">
            {outcome.things.map(({ kind, count }) => (
              <li key={kind}>
                {titleOf(t, 'SeizedKind', kind)}: {amount(String(count))}
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {sums.map((field) => (
        <Fact key={field} name={t(`measureOutcome.${field}`)}>
          <ul className="plain">
            {outcome[field].map((sum) => (
              <li key={sum.currency}>
                <span className="whole">
                  {amount(sum.amount)} {sum.currency}
                </span>
              </li>
            ))}
          </ul>
        </Fact>
      ))}
    </dl>
  );
}

/** The value of the dossier that a measure is against, in words, or by its id where it is not told. */
function TargetShown({ id, targets }: { id: string; targets: Targets | undefined }) {
  const t = useMessages();
  if (!targets) return <span className="none">{t('value.asking')}</span>;
  const found = targets.targets.find((each) => each.id === id);
  if (!found)
    return (
      <>
        <code className="whole">{id}</code>{' '}
        {targets.gaps.map((gap) => (
          <Fragment key={JSON.stringify(gap)}>
            <GapShown gap={gap} />{' '}
          </Fragment>
        ))}
        {targets.gaps.length === 0 && <span className="none">{t('measure.targetGone')}</span>}
      </>
    );
  const { main, more } = describe(found.field, found.value, wordsIn(t));
  return (
    <>
      <ShownText>{main}</ShownText> <small>{more}</small>
    </>
  );
}

function GroundShown({ ground, provisions }: { ground: string; provisions: readonly Provision[] }) {
  const t = useMessages();
  const provision = provisions.find(({ citation }) => citation === ground);
  return (
    <>
      {/* The agency's list has its citations in English. */}
      <span lang={provision && 'en'}>
        <ShownText>{ground}</ShownText>
      </span>
      {provision && (
        <>
          : {provision[t.locale]} {!provision.confirmed && <small>({t('measure.check')})</small>}
        </>
      )}
    </>
  );
}

/** The officers who have planned, authorised and started a measure. */
function Officers({ measure }: { measure: ShownMeasure }) {
  const t = useMessages();
  const { plannedBy, authorisedBy, startedBy, urgency, isUnauthorised, state } = measure;
  const isToCome = state === 'PLANNED' || awaitsAfterwards(measure);
  // Nobody authorises what was given up, or started at once; of others earlier versions did not keep it.
  const nobody = isToCome ? 'measure.nobodyYet' : 'measure.nobody';
  const unnamed = isToCome || state === 'CANCELLED' || urgency ? nobody : 'measure.unknown';
  const named = (officer: string | null, otherwise: string) =>
    officer === null ? <span className="none">{otherwise}</span> : <ShownText>{officer}</ShownText>;
  return (
    <>
      <Fact name={t(isUnauthorised ? 'measure.recordedBy' : 'measure.plannedBy')}>
        {named(plannedBy, t('measure.unknown'))}
      </Fact>
      <Fact name={t('measure.authorisedBy')}>{named(authorisedBy, t(unnamed))}</Fact>
      {startedBy && (
        <Fact name={t('measure.startedBy')}>
          <ShownText>{startedBy}</ShownText>
        </Fact>
      )}
      {urgency && <Fact name={t('measure.urgency')}>{titleOf(t, 'MeasureUrgency', urgency)}</Fact>}
    </>
  );
}

/** Everything that the page tells of a measure. */
export function MeasureFacts(props: {
  dossier: string;
  measure: ShownMeasure;
  targets: Targets | undefined;
  provisions: readonly Provision[];
  onOpen: (dossier: string) => void;
}) {
  const { dossier, measure, targets, provisions, onOpen } = props;
  const t = useMessages();
  const { date } = wordsIn(t);
  const { window, region, ground, target, isUnauthorised, state, outcome } = measure;
  return (
    <section className="request-facts" aria-label={t('measures.facts')}>
      <h3>{t('measures.facts')}</h3>
      {isUnauthorised && <p className="notice">{t('measure.unauthorised')}</p>}
      <dl className="facts">
        <Fact name={t('measures.dossier')}>
          <ToProfile id={dossier} onOpen={onOpen} />
        </Fact>
        <Fact name={t('measures.days')}>
          {measureDaysInWords(t, measure)}
          {!window && (
            <>
              {' '}
              <small>{t('measures.noDays')}</small>
            </>
          )}
        </Fact>
        {window && measure.date !== window.from && (
          <Fact name={t('measure.began')}>{date(measure.date)}</Fact>
        )}
        <Fact name={t('measure.target')}>
          {target === null ? t('measure.person') : <TargetShown id={target} targets={targets} />}
        </Fact>
        {region && <Fact name={t('measures.region')}>{regionName(t, region)}</Fact>}
        <Fact name={t('measure.ground')}>
          <GroundShown ground={ground} provisions={provisions} />
        </Fact>
        <Officers measure={measure} />
      </dl>
      {state === 'DONE' && (
        <>
          <h3>{t('measure.outcome')}</h3>
          {outcome ? <OutcomeFacts outcome={outcome} /> : <p className="none">{t('measure.noOutcome')}</p>}
        </>
      )}
    </section>
  );
}
