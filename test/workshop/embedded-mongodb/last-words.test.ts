import { lastWords } from '../../../workshop/embedded-mongodb/last-words.ts';

const line = (s: string, msg: string, attr: object = {}) =>
  `${JSON.stringify({ t: { $date: '2026-11-25T00:00:00Z' }, s, c: 'STORAGE', id: 1, ctx: 'main', msg, attr })}\n`;

function heard(...pieces: string[]): string {
  const { hear, words } = lastWords();
  for (const piece of pieces) hear(piece);
  return words();
}

describe('why a mongod ended, from what it wrote', () => {
  test('the first error that has a reason, not the backtrace after it', () => {
    expect(
      heard(
        line('I', 'starting'),
        line('E', 'WiredTiger error', {
          error: 28,
          message: { msg: '__posix_file_write:621', error_str: 'No space left on device' },
        }),
        line('F', 'Fatal assertion', { msgid: 28558 }),
        line('I', 'BACKTRACE', { frames: 'x'.repeat(50_000) }),
      ),
    ).toBe('WiredTiger error: No space left on device');
  });

  test('in whatever pieces it arrives', () => {
    const text = line('E', 'DBException in initAndListen, terminating', { error: 'DBPathInUse: "/data"' });
    expect(heard(text.slice(0, 30), text.slice(30, 90), text.slice(90))).toBe(
      'DBException in initAndListen, terminating: DBPathInUse: "/data"',
    );
  });

  test('a plain line, such as of the loader, when there is no other', () => {
    expect(heard('Error parsing command line: unrecognised option')).toBe(
      'Error parsing command line: unrecognised option',
    );
  });

  test('nothing, when it has complained of nothing', () => {
    expect(heard(line('I', 'Shutting down'))).toBe('');
  });
});
