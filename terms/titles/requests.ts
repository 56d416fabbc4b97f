import type { TitlesOf } from './title.ts';

/** Titles of the closed lists of requests for information. */
export const requests = {
  RequestBox: {
    SENT: { be: 'Адпраўлены', ru: 'Отправленные', en: 'Sent' },
    RECEIVED: { be: 'Атрыманы', ru: 'Полученные', en: 'Received' },
  },
  RequestState: {
    DRAFT: { be: 'Праект', ru: 'Проект', en: 'Draft' },
    AUTHORISED: { be: 'Зацверджаны', ru: 'Утверждён', en: 'Authorised' },
    SENT: { be: 'Адпраўлены', ru: 'Отправлен', en: 'Sent' },
    RECEIVED: { be: 'Атрыманы', ru: 'Получен', en: 'Received' },
    CLARIFICATION: { be: 'Удакладненне', ru: 'Уточнение', en: 'Clarification' },
    GRANTED: { be: 'Задаволены', ru: 'Удовлетворён', en: 'Granted' },
    PARTIAL: { be: 'Задаволены часткова', ru: 'Удовлетворён частично', en: 'Granted in part' },
    REFUSED: { be: 'Адмоўлена', ru: 'Отказано', en: 'Refused' },
    NO_DATA: { be: 'Няма звестак', ru: 'Нет сведений', en: 'No data' },
    IMPOSSIBLE: { be: 'Немагчыма адказаць', ru: 'Ответ невозможен', en: 'Impossible to answer' },
    LAPSED: { be: 'Спынены без удакладнення', ru: 'Прекращён без уточнения', en: 'Lapsed' },
    WITHDRAWN: { be: 'Адкліканы', ru: 'Отозван', en: 'Withdrawn' },
    CLOSED: { be: 'Закрыты', ru: 'Закрыт', en: 'Closed' },
  },
  RequestUrgency: {
    URGENT_AVAILABLE: { be: 'За 8 гадзін', ru: 'За 8 часов', en: 'Within 8 hours' },
    URGENT: { be: 'За 3 дні', ru: 'За 3 дня', en: 'Within 3 days' },
    OTHER: { be: 'За 7 дзён', ru: 'За 7 дней', en: 'Within 7 days' },
  },
  RefusalGround: {
    INCOMPLETE: { be: 'Няпоўны запыт', ru: 'Неполный запрос', en: 'Incomplete' },
    NOT_NECESSARY: { be: 'Няма неабходнасці', ru: 'Нет необходимости', en: 'Not necessary' },
    AUTHORISATION_REFUSED: {
      be: 'Дазвол не дадзены',
      ru: 'Разрешение не дано',
      en: 'The authorisation was refused',
    },
    SECURITY: { be: 'Нацыянальная бяспека', ru: 'Национальная безопасность', en: 'National security' },
    ONGOING_INVESTIGATION: {
      be: 'Шкода расследаванню',
      ru: 'Вред расследованию',
      en: 'Harm to an investigation',
    },
    SAFETY: { be: 'Бяспека асобы', ru: 'Безопасность лица', en: 'Safety of a person' },
    OFFENCE_NOT_LISTED: {
      be: 'Злачынства не ў пераліку',
      ru: 'Преступление не в перечне',
      en: 'The offence is not listed',
    },
    BELOW_ONE_YEAR: {
      be: 'Пакаранне да аднаго года',
      ru: 'Наказание до одного года',
      en: 'Punishable by one year at most',
    },
    THIRD_PARTY_CONSENT: {
      be: 'Няма згоды трэцяга боку',
      ru: 'Нет согласия третьей стороны',
      en: 'No consent of a third party',
    },
    INACCURATE: { be: 'Звесткі недакладныя', ru: 'Сведения неточны', en: 'Inaccurate' },
    NEUTRALITY: { be: 'Нейтральнасць', ru: 'Нейтральность', en: 'Neutrality' },
  },
  RequestField: {
    SUBJECT: { be: 'Аб кім запыт', ru: 'О ком запрос', en: 'Subject' },
    OFFENCE: { be: 'Злачынства', ru: 'Преступление', en: 'Offence' },
    CLASSES: { be: 'Класы звестак', ru: 'Классы сведений', en: 'Classes of information' },
    LEGAL_BASIS: { be: 'Прававая падстава', ru: 'Правовое основание', en: 'Legal basis' },
    NECESSITY: { be: 'Неабходнасць', ru: 'Необходимость', en: 'Necessity' },
  },
  FormQuestion: {
    IDENTIFIER_UNREADABLE: {
      be: 'Ідэнтыфікатар не прачытаць: удакладніце яго',
      ru: 'Идентификатор не читается: уточните его',
      en: 'An identifier cannot be read: give it again',
    },
    OFFENCE_MISSING: {
      be: 'Не названа злачынства або артыкул: назавіце',
      ru: 'Не указано преступление или статья: укажите',
      en: 'The offence or its article is missing: name it',
    },
    PERIOD_UNCLEAR: {
      be: 'Незразумела, за які час патрэбны звесткі',
      ru: 'Неясно, за какой период нужны сведения',
      en: 'It is not clear for which period the information is needed',
    },
    CLASS_TOO_WIDE: {
      be: 'Клас звестак занадта шырокі: звузьце запыт',
      ru: 'Класс сведений слишком широк: сузьте запрос',
      en: 'A class is too wide: ask for less',
    },
    BASIS_MISSING: {
      be: 'Не названа прававая падстава: назавіце',
      ru: 'Не указано правовое основание: укажите',
      en: 'The legal basis is missing: name it',
    },
    OTHER_DOCUMENT_WANTED: {
      be: 'Патрэбны іншы дакумент асобы',
      ru: 'Нужен другой документ лица',
      en: 'Another document of the person is needed',
    },
  },
  WordedStep: {
    QUESTION: { be: 'Пытанне аб форме', ru: 'Вопрос о форме', en: 'Question about the form' },
    EXTENSION: {
      be: 'Прычына пазнейшага тэрміну',
      ru: 'Причина более позднего срока',
      en: 'Reason for a later date',
    },
    CLARIFICATION: { be: 'Адказ на пытанне', ru: 'Ответ на вопрос', en: 'Answer to a question' },
  },
  AnswerHandling: {
    H0: { be: 'Без абмежаванняў', ru: 'Без ограничений', en: 'No restriction' },
    H1: {
      be: 'Не для суда без дазволу',
      ru: 'Не для суда без разрешения',
      en: 'Not in court without permission',
    },
    H2: {
      be: 'Не перадаваць без дазволу',
      ru: 'Не передавать без разрешения',
      en: 'Not to be handed on without permission',
    },
    H3: { be: 'Паводле заўвагі', ru: 'По замечанию', en: 'As the remark says' },
  },
  RequestAnswerKind: {
    GRANTED: { be: 'Доступ да ўсяго', ru: 'Доступ ко всему', en: 'Release of all' },
    PARTIAL: { be: 'Доступ да часткі', ru: 'Доступ к части', en: 'Release of a part' },
    REFUSED: { be: 'Адмова', ru: 'Отказ', en: 'Refusal' },
    IMPOSSIBLE: { be: 'Немагчыма', ru: 'Невозможно', en: 'Impossible' },
    NO_DATA: { be: 'Няма звестак', ru: 'Нет сведений', en: 'No data' },
  },
  RequestEventKind: {
    DRAFTED: { be: 'Складзены', ru: 'Составлен', en: 'Drafted' },
    AUTHORISED: { be: 'Зацверджаны і адпраўлены', ru: 'Утверждён и отправлен', en: 'Authorised and sent' },
    RECEIVED: { be: 'Атрыманы', ru: 'Получен', en: 'Received' },
    TAKEN_UP: { be: 'Узяты ў працу', ru: 'Взят в работу', en: 'Taken up' },
    WORDS_WRITTEN: { be: 'Тэкст напісаны', ru: 'Текст написан', en: 'Words were written' },
    WORDS_COUNTERSIGNED: { be: 'Тэкст пацверджаны', ru: 'Текст подтверждён', en: 'Words were countersigned' },
    WORDS_REPLACED: { be: 'Тэкст заменены', ru: 'Текст заменён', en: 'Words were replaced' },
    WORDS_TURNED_DOWN: { be: 'Тэкст адхілены', ru: 'Текст отклонён', en: 'Words were turned down' },
    QUESTIONED: { be: 'Зададзена пытанне', ru: 'Задан вопрос', en: 'A question was put' },
    CLARIFIED: { be: 'Пытанне вырашана', ru: 'Вопрос разъяснён', en: 'The question was answered' },
    ACCEPTED: { be: 'Форма прынята', ru: 'Форма принята', en: 'The form is in order' },
    EXTENDED: { be: 'Тэрмін падоўжаны', ru: 'Срок продлён', en: 'The time was extended' },
    PROPOSED: { be: 'Адказ прапанаваны', ru: 'Ответ предложен', en: 'An answer was proposed' },
    DECIDED: { be: 'Рашэнне прынята', ru: 'Решение принято', en: 'The answer was decided on' },
    ENDED: { be: 'Завершаны', ru: 'Завершён', en: 'Ended' },
    CLOSED: { be: 'Закрыты', ru: 'Закрыт', en: 'Closed' },
  },
} as const satisfies Partial<TitlesOf>;
