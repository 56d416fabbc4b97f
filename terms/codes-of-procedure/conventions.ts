import { articlesOf, type Provision } from './provision.ts';

/**
 * The conventions on legal assistance in civil, family and criminal matters of the Commonwealth of Independent States that requests
 * between the two agencies stand on. None was compared with a published text: check them before use, and whether the convention of
 * 2002 is in force for the agency's state.
 */
export const conventions: readonly Provision[] = [
  ...articlesOf('Minsk Convention of 1993', {}, [
    {
      article: '6',
      title: {
        be: 'Аб’ём прававой дапамогі: працэсуальныя дзеянні па просьбе іншай дзяржавы',
        ru: 'Объём правовой помощи: процессуальные действия по просьбе другого государства',
        en: 'Extent of legal assistance: procedural actions at the request of the other state',
      },
      measures: ['SEARCH', 'SEIZURE', 'INTERVIEW', 'LEGAL_ASSISTANCE_REQUEST', 'OTHER'],
      confirmed: false,
    },
    {
      article: '56',
      title: { be: 'Абавязак выдачы', ru: 'Обязанность выдачи', en: 'Obligation to extradite' },
      measures: ['EXTRADITION_REQUEST'],
      confirmed: false,
    },
    {
      article: '58',
      title: { be: 'Патрабаванне аб выдачы', ru: 'Требование о выдаче', en: 'Request for extradition' },
      measures: ['EXTRADITION_REQUEST'],
      confirmed: false,
    },
    {
      article: '60',
      title: {
        be: 'Узяцце пад варту для выдачы',
        ru: 'Взятие под стражу для выдачи',
        en: 'Taking into custody for extradition',
      },
      measures: ['ARREST'],
      confirmed: false,
    },
    {
      article: '61',
      title: {
        be: 'Узяцце пад варту або затрыманне да атрымання патрабавання аб выдачы',
        ru: 'Взятие под стражу или задержание до получения требования о выдаче',
        en: 'Custody or detention before the request for extradition has come',
      },
      measures: ['ARREST'],
      confirmed: false,
    },
  ]),
  ...articlesOf('Chisinau Convention of 2002', {}, [
    {
      article: '6',
      title: {
        be: 'Аб’ём прававой дапамогі: працэсуальныя дзеянні па просьбе іншай дзяржавы',
        ru: 'Объём правовой помощи: процессуальные действия по просьбе другого государства',
        en: 'Extent of legal assistance: procedural actions at the request of the other state',
      },
      measures: ['SEARCH', 'SEIZURE', 'INTERVIEW', 'LEGAL_ASSISTANCE_REQUEST', 'OTHER'],
      confirmed: false,
    },
    {
      article: '66',
      title: { be: 'Абавязак выдачы', ru: 'Обязанность выдачи', en: 'Obligation to extradite' },
      measures: ['EXTRADITION_REQUEST'],
      confirmed: false,
    },
  ]),
];
