import mongoose from 'mongoose';
import { isPassing, passingCodes } from '../../../../../subgraphs/agency/storage/driver-errors/is-passing.ts';

const { mongo } = mongoose;
const refused = (code: number, errorLabels: string[] = []) =>
  new mongo.MongoServerError({ message: 'refused', code, errorLabels });

/** As the driver makes one: of many writes, with what each of them met. */
function bulkError(writeErrors: { code: number }[], unconfirmed = false): Error {
  const result = { getWriteConcernError: () => (unconfirmed ? { code: 64 } : undefined) };
  return Object.assign(Object.create(mongo.MongoBulkWriteError.prototype), {
    errorLabelSet: new Set(),
    errorResponse: {},
    code: unconfirmed ? 64 : writeErrors[0]?.code,
    writeErrors,
    result,
  });
}

/** As the driver makes one of what ended many writes. */
const wrapped = (error: Error): Error => Object.assign(bulkError([]), { errorResponse: error });

const network = new mongo.MongoNetworkError('connection 1 closed');
const named = (name: string) =>
  Object.defineProperty(new mongo.MongoDriverError(name), 'name', { value: name });

describe('a failure that passes is', () => {
  test.each(Object.entries(passingCodes))('the server’s %s (%i)', (_name, code) => {
    expect(isPassing(refused(code))).toBe(true);
  });

  test.each([
    ['RetryableWriteError'],
    ['TransientTransactionError'],
    ['UnknownTransactionCommitResult'],
    ['SystemOverloadedError'],
  ])('labelled %s, whatever its code', (label) => {
    expect(isPassing(refused(2, [label]))).toBe(true);
  });

  test.each<[string, Error]>([
    ['a broken connection', network],
    ['a timeout of a socket', new mongo.MongoNetworkTimeoutError('timed out')],
    ['a client that was closed', new mongo.MongoClientClosedError()],
    ['a queue for connections that is too long', named('MongoWaitQueueTimeoutError')],
    ['a write to a connection that has just ended', Object.assign(new Error('write'), { code: 'EPIPE' })],
    [
      'an unconfirmed write',
      new mongo.MongoWriteConcernError({ ok: 1, writeConcernError: { code: 64, errmsg: '' } }),
    ],
    ['an unconfirmed write among many', bulkError([], true)],
    ['an unconfirmed write beside a duplicate', bulkError([{ code: 11000 }], true)],
    ['a broken connection among many writes', wrapped(network)],
    ['a write of many that met another primary', bulkError([{ code: 11000 }, { code: 10107 }])],
  ])('%s', (_what, error) => {
    expect(isPassing(error)).toBe(true);
  });
});

describe('no failure that passes is', () => {
  test.each<[string, unknown]>([
    ['a duplicate', refused(11000)],
    ['duplicates among many', bulkError([{ code: 11000 }, { code: 11000 }])],
    ['a document that the server refuses', refused(121)],
    ['a command that the program got wrong', refused(2)],
    ['an error of the program', new TypeError('undefined')],
    ['an error of Node that is no broken connection', Object.assign(new Error('open'), { code: 'ENOENT' })],
    ['no error', undefined],
  ])('%s', (_what, error) => {
    expect(isPassing(error)).toBe(false);
  });
});
