import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import {
  developmentFiles,
  productionFiles,
  threadFiles,
} from '../../../../workshop/scripts/build/start-files.ts';

const { services } = parse(readFileSync('compose.yaml', 'utf8'), { merge: true }) as {
  services: Record<string, { image: string; command?: string[] }>;
};
const ofImage = Object.values(services).flatMap(({ image, command }) =>
  image === 'concord' && command ? [command] : [],
);
const commandOfImage = JSON.parse(
  /^CMD (.+)$/m.exec(readFileSync('Dockerfile', 'utf8'))?.[1] ?? '[]',
) as string[];
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

const isSource = (word: string) => word.endsWith('.ts');
const built = [...productionFiles, ...developmentFiles];

describe('the processes of production', () => {
  const started = [commandOfImage, ...ofImage];

  test('start from what was built, and load no transpiler', () => {
    expect(started.length).toBeGreaterThan(5);
    for (const command of started) {
      expect(command.slice(0, 3)).toEqual(['node', '--require', './dist/loader.cjs']);
      expect(productionFiles).toContain(command[3]);
    }
  });

  test('are built with all commands, which run.sh starts', () => {
    const commands = Object.values(scripts)
      .flatMap((script) => script.split(' '))
      .filter((word) => word.startsWith('commands/') && isSource(word));
    expect(commands.length).toBeGreaterThan(8);
    expect(commands.filter((file) => !productionFiles.includes(file))).toEqual([]);
  });

  test.each(Object.entries(scripts).filter(([name]) => /^start(:|$)/.test(name)))(
    'start in a checkout by `%s` from what is built, which is built before',
    (_name, script) => {
      const words = script.split(' ');
      expect(script).toContain('npm run -s build && exec node --require ./dist/loader.cjs ');
      expect(words).not.toContain('tsx');
      expect(built).toContain(words.at(-1));
    },
  );
});

test.each([...built, ...Object.entries(threadFiles).flat()])('%s, which is built, is there', (file) => {
  expect(existsSync(file)).toBe(true);
});
