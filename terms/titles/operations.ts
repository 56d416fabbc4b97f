import type { TitlesOf } from './title.ts';

/** The titles of what there is of joint operations. */
export const operations = {
  OperationState: {
    PROPOSED: { be: 'Прапанавана', ru: 'Предложена', en: 'Proposed' },
    AGREED: { be: 'Узгоднена', ru: 'Согласована', en: 'Agreed' },
    ACTIVE: { be: 'Ідзе', ru: 'Идёт', en: 'Active' },
    SUSPENDED: { be: 'Прыпынена', ru: 'Приостановлена', en: 'Suspended' },
    ENDED: { be: 'Завершана', ru: 'Завершена', en: 'Ended' },
    EVALUATED: { be: 'Ацэнена', ru: 'Оценена', en: 'Evaluated' },
    DECLINED: { be: 'Адхілена', ru: 'Отклонена', en: 'Declined' },
    LAPSED: { be: 'Засталася без адказу', ru: 'Осталась без ответа', en: 'Lapsed without an answer' },
  },
  OperationRole: {
    ANALYST: { be: 'Аналітык', ru: 'Аналитик', en: 'Analyst' },
    INVESTIGATOR: { be: 'Следчы', ru: 'Следователь', en: 'Investigator' },
    LIAISON: { be: 'Афіцэр сувязі', ru: 'Офицер связи', en: 'Liaison officer' },
    SUPERVISOR: { be: 'Кіраўнік', ru: 'Руководитель', en: 'Supervisor' },
  },
  OperationOriginKind: {
    LINK: { be: 'Сувязь двух дасье', ru: 'Связь двух досье', en: 'Link between two dossiers' },
    ALERT: { be: 'Папярэджанне', ru: 'Предупреждение', en: 'Alert' },
    REQUEST: { be: 'Запыт інфармацыі', ru: 'Запрос информации', en: 'Request for information' },
  },
  OperationLesson: {
    JOINT_PLANNING: {
      be: 'Сумеснае планаванне мер',
      ru: 'Совместное планирование мер',
      en: 'Planning measures together',
    },
    CLASH_WARNING: {
      be: 'Своечасовае папярэджанне пра супадзенне мер',
      ru: 'Своевременное предупреждение о совпадении мер',
      en: 'Early warning of measures that meet',
    },
    SPEED_OF_ANSWERS: {
      be: 'Хуткасць адказаў другога ведамства',
      ru: 'Скорость ответов другого ведомства',
      en: 'Speed of the other agency’s answers',
    },
    EVIDENCE_FOR_COURTS: {
      be: 'Прыдатнасць доказаў для суда',
      ru: 'Пригодность доказательств для суда',
      en: 'Evidence that courts could use',
    },
    LEGAL_ASSISTANCE: { be: 'Прававая дапамога', ru: 'Правовая помощь', en: 'Legal assistance' },
    PROVIDERS: {
      be: 'Супрацоўніцтва аператараў і сэрвісаў',
      ru: 'Сотрудничество операторов и сервисов',
      en: 'Cooperation of providers',
    },
    MONEY_TRAIL: {
      be: 'Адсочванне і блакіроўка грошай',
      ru: 'Отслеживание и блокировка денег',
      en: 'Following and freezing money',
    },
    ATTRIBUTION: {
      be: 'Устанаўленне асоб за акаўнтамі і прыладамі',
      ru: 'Установление лиц за аккаунтами и устройствами',
      en: 'Telling who was behind accounts and devices',
    },
    VICTIMS: {
      be: 'Пошук і папярэджанне пацярпелых',
      ru: 'Поиск и предупреждение потерпевших',
      en: 'Finding and warning victims',
    },
    SECRECY: { be: 'Захаванне таямніцы', ru: 'Сохранение тайны', en: 'Secrecy' },
    STAFF: {
      be: 'Колькасць і падрыхтоўка супрацоўнікаў',
      ru: 'Число и подготовка сотрудников',
      en: 'Number and training of officers',
    },
  },
  OperationNeed: {
    SAME_DAY: { be: 'Мера ў той жа дзень', ru: 'Мера в тот же день', en: 'A measure on the same day' },
    HOLD_BACK: { be: 'Пакуль нічога не рабіць', ru: 'Пока ничего не предпринимать', en: 'To hold back' },
    PRESENCE: { be: 'Прысутнасць супрацоўніка', ru: 'Присутствие сотрудника', en: 'An officer’s presence' },
    INFORMATION: { be: 'Інфармацыя', ru: 'Информация', en: 'Information' },
    PROVIDER_CONTACT: { be: 'Кантакт правайдара', ru: 'Контакт провайдера', en: 'A contact to a provider' },
    TRANSLATION: { be: 'Пераклад', ru: 'Перевод', en: 'A translation' },
  },
  OperationResultKind: {
    CASES_JOINED: { be: 'Справы злучаны', ru: 'Дела соединены', en: 'Cases joined' },
    CASES_HANDED_OVER: { be: 'Справы перададзены', ru: 'Дела переданы', en: 'Cases handed over' },
    GROUPS_BROKEN_UP: { be: 'Групы спынены', ru: 'Группы пресечены', en: 'Groups broken up' },
  },
  OperationDraftKind: {
    OFFER: { be: 'Прапанова', ru: 'Предложение', en: 'Offer' },
    ACCEPTANCE: { be: 'Згода', ru: 'Согласие', en: 'Acceptance' },
    DECLINE: { be: 'Адмова', ru: 'Отказ', en: 'Refusal' },
    RENEWAL: { be: 'Падаўжэнне', ru: 'Продление', en: 'Longer term' },
    WORDS: { be: 'Словы ацэнкі', ru: 'Слова оценки', en: 'Words of evaluation' },
  },
  OperationStepKind: {
    PROPOSED: { be: 'Падрыхтавана прапанова', ru: 'Подготовлено предложение', en: 'Offer written' },
    ACCEPTED: { be: 'Падрыхтавана згода', ru: 'Подготовлено согласие', en: 'Acceptance written' },
    DECLINED: { be: 'Падрыхтавана адмова', ru: 'Подготовлен отказ', en: 'Refusal written' },
    RENEWED: { be: 'Падрыхтавана падаўжэнне', ru: 'Подготовлено продление', en: 'Longer term written' },
    SIGNED: { be: 'Падпісана другім', ru: 'Подписано вторым', en: 'Countersigned' },
    TURNED_DOWN: { be: 'Не падпісана', ru: 'Не подписано', en: 'Turned down' },
    MEMBERS_NAMED: { be: 'Названы ўдзельнікі', ru: 'Названы участники', en: 'Members named' },
    MEASURE_ADDED: { be: 'Дададзена мера', ru: 'Добавлена мера', en: 'Measure added' },
    MEASURE_TAKEN_OUT: { be: 'Мера вынятая', ru: 'Мера изъята', en: 'Measure taken out' },
    RESULT_ADDED: { be: 'Дададзены вынік', ru: 'Добавлен результат', en: 'Result added' },
    RELEASES_DRAFTED: { be: 'Падрыхтаваны перадачы', ru: 'Подготовлены передачи', en: 'Releases drafted' },
    RELEASE_PROPOSED: { be: 'Прапанавана перадача', ru: 'Предложена передача', en: 'Release proposed' },
    RELEASE_DROPPED: {
      be: 'Чарнавік перадачы адкінуты',
      ru: 'Черновик передачи снят',
      en: 'Draft of a release dropped',
    },
    SUSPENDED: { be: 'Прыпынена', ru: 'Приостановлено', en: 'Suspended' },
    RESUMED: { be: 'Згода працягваць', ru: 'Согласие продолжать', en: 'Agreed to go on' },
    ENDED: { be: 'Завершана', ru: 'Завершено', en: 'Ended' },
    EVALUATED: { be: 'Ацэнена', ru: 'Оценено', en: 'Evaluated' },
  },
} satisfies Partial<TitlesOf>;
