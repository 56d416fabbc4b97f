import type { TitlesOf } from './title.ts';

/** Titles of what holds up a message of the channel. */
export const channel = {
  ChannelRefusalReason: {
    NOT_JSON: { be: 'Не ў фармаце JSON', ru: 'Не в формате JSON', en: 'Not in JSON' },
    MALFORMED: {
      be: 'Не паведамленне гэтага канала',
      ru: 'Не сообщение этого канала',
      en: 'No message of this channel',
    },
    TOO_LARGE: { be: 'Завялікае', ru: 'Слишком большое', en: 'Too large' },
    UNKNOWN_KEY: { be: 'Невядомы ключ', ru: 'Неизвестный ключ', en: 'Unknown key' },
    BAD_SIGNATURE: { be: 'Подпіс не пасуе', ru: 'Подпись не подходит', en: 'The signature does not fit' },
    WRONG_AGENCY: {
      be: 'Названы не той адпраўнік',
      ru: 'Назван не тот отправитель',
      en: 'Another sender is named',
    },
    WRONG_RECIPIENT: {
      be: 'Для іншага атрымальніка',
      ru: 'Для другого получателя',
      en: 'For another recipient',
    },
    OUT_OF_ORDER: { be: 'Нумар не па парадку', ru: 'Номер не по порядку', en: 'Out of order' },
    NOT_THE_SAME: {
      be: 'Пад нумарам іншага паведамлення',
      ru: 'Под номером другого сообщения',
      en: 'Under the number of another message',
    },
  },
  ChannelBlockReason: {
    NOT_JSON: { be: 'Не ў фармаце JSON', ru: 'Не в формате JSON', en: 'Not in JSON' },
    MALFORMED: {
      be: 'Не паведамленне гэтага канала',
      ru: 'Не сообщение этого канала',
      en: 'No message of this channel',
    },
    TOO_LARGE: { be: 'Завялікае', ru: 'Слишком большое', en: 'Too large' },
    UNKNOWN_KEY: { be: 'Невядомы ключ', ru: 'Неизвестный ключ', en: 'Unknown key' },
    BAD_SIGNATURE: { be: 'Подпіс не пасуе', ru: 'Подпись не подходит', en: 'The signature does not fit' },
    WRONG_AGENCY: {
      be: 'Названы не той адпраўнік',
      ru: 'Назван не тот отправитель',
      en: 'Another sender is named',
    },
    WRONG_RECIPIENT: {
      be: 'Для іншага атрымальніка',
      ru: 'Для другого получателя',
      en: 'For another recipient',
    },
    OUT_OF_ORDER: { be: 'Нумар не па парадку', ru: 'Номер не по порядку', en: 'Out of order' },
    NOT_THE_SAME: {
      be: 'Пад нумарам іншага паведамлення',
      ru: 'Под номером другого сообщения',
      en: 'Under the number of another message',
    },
    RESTORED: {
      be: 'База даных адноўлена са старой копіі',
      ru: 'База данных восстановлена из старой копии',
      en: 'The database was restored from an older backup',
    },
  },
  ParkReason: {
    TYPE_NOT_UNDERSTOOD: {
      be: 'Невядомы тып паведамлення',
      ru: 'Неизвестный тип сообщения',
      en: 'Unknown type of message',
    },
    INDICATOR_CONTRADICTED: {
      be: 'Не той абмен ідэнтыфікатарамі',
      ru: 'Не тот обмен идентификаторами',
      en: 'No such exchange of identifiers',
    },
    MEASURE_CONTRADICTED: {
      be: 'Не тая зверка мер',
      ru: 'Не та сверка мер',
      en: 'No such comparison of measures',
    },
    DATA_NOT_UNDERSTOOD: { be: 'Даныя іншай формы', ru: 'Данные другой формы', en: 'Data of another form' },
    NOT_READABLE: { be: 'Паведамленне не чытаецца', ru: 'Сообщение не читается', en: 'Not readable' },
    NOT_ITS_DOSSIER: {
      be: 'Дасье не належыць адпраўніку',
      ru: 'Досье не принадлежит отправителю',
      en: 'Not a dossier of the sender',
    },
    NOT_ITS_REQUEST: {
      be: 'Не запыт адпраўніка',
      ru: 'Не запрос отправителя',
      en: 'Not a request of the sender',
    },
    REQUEST_CONTRADICTED: {
      be: 'Супярэчыць запыту',
      ru: 'Противоречит запросу',
      en: 'Contradicts the request',
    },
    NOT_ITS_OPERATION: {
      be: 'Не аперацыя адпраўніка',
      ru: 'Не операция отправителя',
      en: 'Not an operation of the sender',
    },
    OPERATION_CONTRADICTED: {
      be: 'Супярэчыць аперацыі',
      ru: 'Противоречит операции',
      en: 'Contradicts the operation',
    },
    OTHER_DOSSIER: {
      be: 'Пара вядомая з іншым дасье',
      ru: 'Пара известна с другим досье',
      en: 'The pair is known with another dossier',
    },
    THIRD_PERSON: {
      be: 'Два дасье аднаго ведамства на адну асобу',
      ru: 'Два досье одного ведомства на одно лицо',
      en: 'Two dossiers of one agency on one person',
    },
    TOO_MANY: {
      be: 'Зашмат сувязей дасье',
      ru: 'Слишком много связей досье',
      en: 'Too many links of the dossier',
    },
    FAILED: { be: 'Не ўдалося прымяніць', ru: 'Не удалось применить', en: 'Applying it failed' },
  },
} as const satisfies Partial<TitlesOf>;
