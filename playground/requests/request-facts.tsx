import { Withheld } from '../answer/receipts.tsx';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { wordsIn } from '../messages/words-in.ts';
import { Fact } from '../parts/fact.tsx';
import { ShownText } from '../parts/shown-text.tsx';
import { ToProfile } from '../profile/finder/to-profile.tsx';
import type { Receipt } from '../wire/answer.ts';
import type { RequestHalf } from './half/own-requests.ts';

type Answer = NonNullable<RequestHalf['answer']>;

function AnswerFacts({ answer, onOpen }: { answer: Answer; onOpen: (dossier: string) => void }) {
  const t = useMessages();
  const { moment } = wordsIn(t);
  const { kind, classes, withheld, ground, release, until, handling, remark } = answer;
  return (
    <dl className="facts answer-facts">
      <Fact name={t('request.answer')}>{titleOf(t, 'RequestAnswerKind', kind)}</Fact>
      {ground && <Fact name={t('request.ground')}>{titleOf(t, 'RefusalGround', ground)}</Fact>}
      {classes && (
        <Fact name={t('request.released')}>
          {classes.map((each) => titleOf(t, 'InformationClass', each)).join(', ')}
        </Fact>
      )}
      {withheld && withheld.length > 0 && (
        <Fact name={t('request.notReleased')}>
          {withheld
            .map(
              (each) =>
                `${titleOf(t, 'InformationClass', each.class)}: ${titleOf(t, 'RefusalGround', each.ground)}`,
            )
            .join('; ')}
        </Fact>
      )}
      {release && (
        <Fact name={t('request.release')}>
          <ToProfile id={release} onOpen={onOpen} /> {until && t('request.until', { at: moment(until) })}
        </Fact>
      )}
      <Fact name={t('request.handling')}>
        {handling}: {titleOf(t, 'AnswerHandling', handling)}
      </Fact>
      {remark && (
        <Fact name={t('request.remark')}>
          <ShownText>{remark}</ShownText>
        </Fact>
      )}
    </dl>
  );
}

interface Shown {
  half: RequestHalf;
  /** The receipts of what the person is named by and the officer may not read. */
  withheld: readonly Receipt[];
  onOpen: (dossier: string) => void;
}

function Subject({ half, withheld, onOpen }: Shown) {
  const t = useMessages();
  const { subject } = half;
  if (subject?.dossier) return <ToProfile id={subject.dossier} onOpen={onOpen} />;
  if (subject?.criteria)
    return (
      <>
        <ul>
          {subject.criteria.map(({ kind, value }) => (
            <li key={`${kind} ${value}`}>
              {titleOf(t, 'EvidenceKind', kind)}: <ShownText>{value}</ShownText>
            </li>
          ))}
        </ul>
        {withheld.length > 0 && <Withheld receipts={withheld} />}
      </>
    );
  if (!subject?.hit) return <span className="none">{t('request.subjectLater')}</span>;
  const [before, after] = t('request.subjectHit').split('{reference}');
  return (
    <>
      {before}
      <code className="whole">{subject.hit}</code>
      {after}
    </>
  );
}

/** Everything that a request says, and its answer. */
export function RequestFacts({ half, withheld, onOpen }: Shown) {
  const t = useMessages();
  const { offence, necessity, dossier, question, formQuestions, clarification, extensionReason } = half;
  const { waitingWords, proposal, answer } = half;
  const { moment } = wordsIn(t);
  const words = (name: string, text: string | null) =>
    text !== null && (
      <Fact name={name}>
        <ShownText>{text}</ShownText>
      </Fact>
    );
  return (
    <section className="request-facts" aria-label={t('request.facts')}>
      <h3>{t('request.facts')}</h3>
      <dl className="facts">
        {half.box === 'RECEIVED' && (
          <Fact name={t('request.assignedTo')}>
            {half.assignedTo ?? <span className="none">{t('request.unassigned')}</span>}
          </Fact>
        )}
        <Fact name={t('request.subject')}>
          <Subject half={half} withheld={withheld} onOpen={onOpen} />
        </Fact>
        {dossier && (
          <Fact name={t('request.dossier')}>
            <ToProfile id={dossier.id} onOpen={onOpen} />
          </Fact>
        )}
        <Fact name={t('request.classes')}>
          {half.classes.map((each) => titleOf(t, 'InformationClass', each)).join(', ')}
        </Fact>
        <Fact name={t('request.urgency')}>{titleOf(t, 'RequestUrgency', half.urgency)}</Fact>
        {half.case !== null && (
          <Fact name={t('request.case')}>
            <span className="whole">{half.case}</span>
          </Fact>
        )}
        <Fact name={t('request.purpose')}>{titleOf(t, 'Purpose', half.purpose)}</Fact>
        <Fact name={t('request.legalBasis')}>{titleOf(t, 'LegalBasis', half.legalBasis)}</Fact>
        {offence && (
          <Fact name={t('request.offence')}>
            {offence.code} {offence[t.locale]}
          </Fact>
        )}
        {words(t('request.necessity'), necessity)}
        {words(t('request.question'), question)}
        {formQuestions && (
          <Fact name={t('request.question')}>
            <ul>
              {formQuestions.map((each) => (
                <li key={each.question}>
                  {titleOf(t, 'RequestField', each.field)}: {titleOf(t, 'FormQuestion', each.question)}
                </li>
              ))}
            </ul>
          </Fact>
        )}
        {words(t('request.clarification'), clarification)}
        {words(t('request.extensionReason'), extensionReason)}
        {waitingWords && (
          <Fact name={t('request.waitingWords')}>
            {titleOf(t, 'WordedStep', waitingWords.step)}
            {waitingWords.until && ` (${moment(waitingWords.until)})`}:{' '}
            <ShownText>{waitingWords.text}</ShownText>
          </Fact>
        )}
      </dl>
      {proposal && !answer && (
        <>
          <h3>{t('request.proposal')}</h3>
          <AnswerFacts answer={proposal} onOpen={onOpen} />
        </>
      )}
      {answer && (
        <>
          <h3>{t('request.answer')}</h3>
          <AnswerFacts answer={answer} onOpen={onOpen} />
        </>
      )}
    </section>
  );
}
