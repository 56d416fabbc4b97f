import type { TitlesOf } from './title.ts';

/** Titles of what has happened to records, and of who was told. */
export const events = {
  HistoryAction: {
    RECORD: { be: 'заведзена', ru: 'заведено', en: 'recorded' },
    AMEND: { be: 'зменена', ru: 'изменено', en: 'amended' },
    CONTEST: { be: 'аспрэчана', ru: 'оспорено', en: 'contested' },
    UNCONTEST: { be: 'больш не аспрэчваецца', ru: 'больше не оспаривается', en: 'no longer contested' },
    RETAIN: { be: 'зменены тэрмін захоўвання', ru: 'изменён срок хранения', en: 'retention changed' },
    CHANGE_HANDLING: { be: 'зменены парадак доступу', ru: 'изменён порядок доступа', en: 'handling changed' },
    CLOSE: { be: 'закрыта', ru: 'закрыто', en: 'closed' },
    PROPOSE_RELEASE: { be: 'прапанавана перадача', ru: 'предложена передача', en: 'release proposed' },
    GRANT_RELEASE: { be: 'дазволена перадача', ru: 'разрешена передача', en: 'release granted' },
    RECALL_RELEASE: { be: 'перадача адклікана', ru: 'передача отозвана', en: 'release recalled' },
    PROPOSE_SHAREABLE: {
      be: 'паказ без перадачы прапанаваны',
      ru: 'показ без передачи предложен',
      en: 'sharing without a release proposed',
    },
    COUNTERSIGN_SHAREABLE: {
      be: 'паказ без перадачы пацверджаны другім супрацоўнікам',
      ru: 'показ без передачи подтверждён вторым сотрудником',
      en: 'sharing without a release countersigned',
    },
    TURN_DOWN_SHAREABLE: {
      be: 'паказ без перадачы адхілены',
      ru: 'показ без передачи отклонён',
      en: 'sharing without a release turned down',
    },
    COUNTERSIGN_VALUES: {
      be: 'дададзеныя звесткі пацверджаны другім супрацоўнікам',
      ru: 'добавленные сведения подтверждены вторым сотрудником',
      en: 'added values countersigned',
    },
    PROPOSE_LINK: { be: 'прапанавана сувязь', ru: 'предложена связь', en: 'link proposed' },
    COUNTERSIGN_LINK: { be: 'сувязь зацверджана', ru: 'связь утверждена', en: 'link countersigned' },
    WITHDRAW_LINK: { be: 'сувязь адклікана', ru: 'связь отозвана', en: 'link withdrawn' },
    TELL_LINK: {
      be: 'іншае ведамства паведаміла пра сувязь',
      ru: 'другое ведомство сообщило о связи',
      en: 'the other agency told of a link',
    },
    LAPSE_LINK: { be: 'тэрмін сувязі скончыўся', ru: 'связь истекла', en: 'link lapsed' },
    ERASE: { be: 'сцёрта', ru: 'стёрто', en: 'erased' },
  },
  ReleaseState: {
    PROPOSED: { be: 'прапанавана', ru: 'предложена', en: 'proposed' },
    GRANTED: { be: 'дазволена', ru: 'разрешена', en: 'granted' },
    EXPIRED: { be: 'тэрмін скончыўся', ru: 'срок истёк', en: 'over' },
    RECALLED: { be: 'адклікана', ru: 'отозвана', en: 'recalled' },
  },
  RefusalCode: {
    INVALID_INPUT: { be: 'няправільныя даныя', ru: 'неверные данные', en: 'input with problems' },
    STALE_VERSION: { be: 'запіс ужо зменены', ru: 'запись уже изменена', en: 'record changed since' },
    UNKNOWN_RECORD: { be: 'няма такога запісу', ru: 'нет такой записи', en: 'no such record' },
  },
  NoticeKind: {
    RELEASE_GRANTED: { be: 'дазволена перадача', ru: 'разрешена передача', en: 'release granted' },
    RELEASE_RECALLED: { be: 'перадача адклікана', ru: 'передача отозвана', en: 'release recalled' },
    RELEASE_EXPIRED: { be: 'тэрмін перадачы скончыўся', ru: 'срок передачи истёк', en: 'release over' },
    DOSSIER_WITHDRAWN: { be: 'дасье сцёрта', ru: 'досье стёрто', en: 'dossier erased' },
    LINK_DECIDED: { be: 'рашэнне аб сувязі', ru: 'решение о связи', en: 'link decided' },
  },
  WaitingKind: {
    RELEASE_TO_GRANT: { be: 'дазволіць перадачу', ru: 'разрешить передачу', en: 'release to grant' },
    LINK_TO_COUNTERSIGN: { be: 'пацвердзіць сувязь', ru: 'подтвердить связь', en: 'link to countersign' },
    LINK_TO_ANSWER: { be: 'адказаць аб сувязі', ru: 'ответить о связи', en: 'link to answer' },
    LINK_DISPUTED: { be: 'спрэчная сувязь', ru: 'спорная связь', en: 'disputed link' },
    SHAREABLE_TO_COUNTERSIGN: {
      be: 'пацвердзіць бачнасць за мяжой',
      ru: 'подтвердить видимость за рубежом',
      en: 'sharing to countersign',
    },
    VALUES_TO_COUNTERSIGN: {
      be: 'пацвердзіць звесткі',
      ru: 'подтвердить сведения',
      en: 'values to countersign',
    },
    GROUP_TO_COUNTERSIGN: { be: 'пацвердзіць групу', ru: 'подтвердить группу', en: 'group to countersign' },
    MESSAGE_PARKED: {
      be: 'паведамленне адкладзена',
      ru: 'сообщение отложено',
      en: 'parked message',
    },
  },
  WaitingAction: {
    GRANT_RELEASE: { be: 'дазволіць перадачу', ru: 'разрешить передачу', en: 'grant the release' },
    RECALL_RELEASE: { be: 'адхіліць перадачу', ru: 'отклонить передачу', en: 'turn the release down' },
    PROPOSE_LINK: {
      be: 'прапанаваць рашэнне аб сувязі',
      ru: 'предложить решение о связи',
      en: 'propose a link',
    },
    COUNTERSIGN_LINK: { be: 'пацвердзіць сувязь', ru: 'подтвердить связь', en: 'countersign the link' },
    WITHDRAW_LINK: {
      be: 'адклікаць рашэнне аб сувязі',
      ru: 'отозвать решение о связи',
      en: 'withdraw the link',
    },
    COUNTERSIGN_SHAREABLE: {
      be: 'пацвердзіць бачнасць за мяжой',
      ru: 'подтвердить видимость за рубежом',
      en: 'countersign the sharing',
    },
    TURN_DOWN_SHAREABLE: {
      be: 'адхіліць бачнасць за мяжой',
      ru: 'отклонить видимость за рубежом',
      en: 'turn the sharing down',
    },
    COUNTERSIGN_VALUES: {
      be: 'пацвердзіць звесткі',
      ru: 'подтвердить сведения',
      en: 'countersign the values',
    },
    COUNTERSIGN_GROUP: { be: 'пацвердзіць групу', ru: 'подтвердить группу', en: 'countersign the group' },
    TRY_MESSAGE_AGAIN: {
      be: 'паўтарыць паведамленне',
      ru: 'повторить сообщение',
      en: 'try the message again',
    },
    DISMISS_MESSAGE: { be: 'адхіліць паведамленне', ru: 'отклонить сообщение', en: 'dismiss the message' },
  },
  NoticeDirection: {
    SENT: { be: 'адпраўлена', ru: 'отправлено', en: 'sent' },
    RECEIVED: { be: 'атрымана', ru: 'получено', en: 'received' },
  },
  BudgetScope: {
    OFFICER: { be: 'адзін супрацоўнік', ru: 'один сотрудник', en: 'one officer' },
    CASE: { be: 'адна справа', ru: 'одно дело', en: 'one case' },
    AGENCY: {
      be: 'усе супрацоўнікі ведамства',
      ru: 'все сотрудники ведомства',
      en: 'all officers of an agency',
    },
  },
} as const satisfies Partial<TitlesOf>;
