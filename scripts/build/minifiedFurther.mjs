import { writeFile } from 'node:fs/promises';
import { minify } from 'terser';

/**
 * Has terser go over what esbuild has minified, which a browser then fetches a twenty-fifth less of. Bundles that are not to
 * be minified stay as they are: nobody waits for it while developing.
 * @type {import('esbuild').Plugin}
 */
export const minifiedFurther = {
  name: 'minified-further',
  setup({ initialOptions, onEnd }) {
    if (!initialOptions.minify) return;
    const isWritten = initialOptions.write !== false;
    initialOptions.write = false;
    onEnd(async ({ outputFiles = [] }) => {
      for (const file of outputFiles) {
        const { code = file.text } = await minify(file.text, { ecma: 2020, toplevel: true, compress: { passes: 2 } });
        file.contents = Buffer.from(code);
        if (isWritten) await writeFile(file.path, code);
      }
    });
  },
};
