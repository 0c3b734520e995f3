/** Builds the app with marked words into a folder of its own; what is shipped knows nothing of it. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { repositoryRoot } from '../support/repository-root.ts';

const marker = join(repositoryRoot, 'test/gallery/marked-words.ts');

/** The folder, which the caller removes. */
export async function buildMarked(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'baton-marked-'));
  await build({
    root: repositoryRoot,
    logLevel: 'error',
    plugins: [markedWords()],
    worker: { plugins: () => [markedWords()] },
    build: { outDir, emptyOutDir: true, reportCompressedSize: false },
  });
  return outDir;
}

/** Whoever imports a file of words gets them marked; within the file they are as they were. */
function markedWords(): Plugin {
  return {
    name: 'baton-marked-words',
    enforce: 'pre',
    transform: (code, id) => {
      if (!/\/src\/i18n\/core\/en\/[^/]+\.ts$/.test(id)) return null;
      const names = [...code.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name = '']) => name);
      const own = code.replaceAll(/^export (const|function) /gm, '$1 ');
      const marked = names.map((name) => `const marked_${name} = markWords(${name});`);
      const given = names.map((name) => `marked_${name} as ${name}`).join(', ');
      return `import { markWords } from ${JSON.stringify(marker)};\n${own}\n${marked.join('\n')}\nexport { ${given} };\n`;
    },
  };
}
