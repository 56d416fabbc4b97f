import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const asBrotli = promisify(brotliCompress);
const asGzip = promisify(gzip);

/** One less than the best: a tenth of the time for three hundredths more bytes. */
const brotliQuality = 9;

const worthwhile = /\.(css|js|svg|ttf)$/;

/** Writes each file's brotli and gzip forms beside it, so that nothing is compressed while somebody waits. */
export async function compressAll(directory: string): Promise<void> {
  const files = readdirSync(directory).filter((name) => worthwhile.test(name));
  await Promise.all(
    files.map(async (name) => {
      const file = join(directory, name);
      const content = await readFile(file);
      const params = { [constants.BROTLI_PARAM_QUALITY]: brotliQuality };
      await writeFile(`${file}.br`, await asBrotli(content, { params }));
      await writeFile(`${file}.gz`, await asGzip(content, { level: 9 }));
    }),
  );
}
