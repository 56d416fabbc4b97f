import { alone, linked } from '../support/end-to-end/demo.ts';
import { ended, launch } from '../support/end-to-end/processes.ts';
import { sharedStack } from '../support/end-to-end/shared-stack.ts';

const stack = sharedStack();

describe('what npm start prints', () => {
  test('has the addresses and the demo dossiers', () => {
    for (const each of [stack.gateway, stack.belarus, stack.russia, linked.belarus, linked.russia, alone]) {
      expect(stack.welcome).toContain(each);
    }
  });

  test('has a first query that works when it is pasted into a shell', async () => {
    const lines = stack.welcome.split('\n');
    const start = lines.findIndex((line) => line.startsWith('curl '));
    const end = lines.findIndex((line, index) => index >= start && !line.endsWith('\\'));
    const pasted = lines.slice(start, end + 1).join('\n');
    const { code, output, complaints } = await ended(launch(['bash', '-c', pasted]));
    expect({ code, complaints }).toEqual({ code: 0, complaints: [] });
    const half = (id: string) => expect.objectContaining({ id, names: expect.anything() });
    expect(JSON.parse(output)).toEqual({
      data: { suspect: { belarus: half(linked.belarus), russia: half(linked.russia) } },
    });
  });
});
