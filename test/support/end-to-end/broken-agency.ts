import {
  answering,
  type Behaviour,
  breakingOff,
  changing,
  hanging,
  inPieces,
  resetting,
} from './agency-proxy.ts';

/** What a broken server says of itself, none of which may reach a caller. */
export const confession =
  '<html>Error at /srv/russia/app.js:12 connect ECONNREFUSED mongodb://10.0.0.7:27017 secret-of-russia</html>';
/** The same as an answer of GraphQL. */
export const confessing = JSON.stringify({
  data: null,
  errors: [
    {
      message: confession,
      extensions: { code: 'MONGO_DOWN', stacktrace: [confession], serviceName: 'russia' },
    },
  ],
});

/** Ways in which an agency is out of order. */
export const outages: [string, Behaviour][] = [
  ['hangs', hanging],
  ['answers slower than it may', inPieces(60, 100)],
  ['resets the connection', resetting],
  ['breaks off in the middle of its answer', breakingOff],
  ['answers 500', answering(500, confession)],
  ['answers 503 in GraphQL', answering(503, confessing)],
  ['sends elsewhere', answering(302, '', { location: 'http://10.0.0.7/secret-of-russia' })],
  ['answers a page of HTML', answering(200, confession, { 'content-type': 'text/html' })],
  ['answers half of its JSON', changing((text) => text.slice(0, text.length / 2))],
  ['answers nothing', answering(200, '')],
  ['answers an empty object', answering(200, '{}')],
  ['answers no data', answering(200, '{"data":null}')],
  ['answers a list', answering(200, '[]')],
  ['answers entities that are text', answering(200, '{"data":{"_entities":"secret-of-russia"}}')],
  ['answers fewer entities than it was asked for', answering(200, '{"data":{"_entities":[]}}')],
  ['answers entities that are null', answering(200, '{"data":{"_entities":[null]}}')],
  ['answers names that are a number', changing((text) => text.replace(/"names":\[.*?\}\]/, '"names":7'))],
  [
    'answers text for an object',
    changing((text) => text.replace(/"status":\{"stage":"\w+"\}/, '"status":"secret-of-russia"')),
  ],
  [
    'answers an object for text',
    changing((text) => text.replace(/"full":"[^"]+"/, '"full":{"secret-of-russia":1}')),
  ],
];

/** Ways in which it answers what no agency should: faults, and no outages. */
export const faults: [string, Behaviour][] = [
  ['refuses the gateway', answering(401, confessing)],
  ['does not understand the gateway', answering(400, confessing)],
  ['answers an error that is none of ours', answering(200, confessing)],
  [
    'answers a stage that does not exist',
    changing((text) => text.replace(/"stage":"\w+"/, '"stage":"secret-of-russia"')),
  ],
  ['answers a number for text', changing((text) => text.replace(/"full":"[^"]+"/, '"full":7'))],
];
