import { readdirSync, readFileSync } from 'node:fs';
import { Analyser } from '/tmp/w-errors/server/src/analyser.ts';
import { readGrammarFile } from '/tmp/w-errors/server/src/node/grammarFiles.ts';

const analyser = new Analyser(readGrammarFile);
const [root, ...files] = process.argv.slice(2);
const open = (file) => {
  const language = analyser.languageOfPath(file)!;
  return [language, analyser.open(language, `file://${file}`, readFileSync(file, 'utf8'))] as const;
};
for (const e of readdirSync(root, { recursive: true, withFileTypes: true })) {
  const f = e.parentPath + '/' + e.name;
  const l = analyser.languageOfPath(f);
  if (!l || !e.isFile()) continue;
  await analyser.prepare(l);
  const [, d] = open(f);
  analyser.addToIndex(l, d);
}
for (const f of files) {
  const [l, d] = open(f);
  const { analysis } = analyser.analyse(l, d);
  for (const r of analysis!.responses)
    console.log(
      d.positionAt(r.event.node.start).line + 1,
      r.event.kind,
      r.event.node.text.slice(0, 80).replaceAll('\n', ' '),
      JSON.stringify(r.status?.options.map((o) => o.code)),
      r.body.kind,
      r.event.learned?.name,
      (r.body as any).parts?.map((p) => p.node.text),
    );
  console.log(JSON.stringify(analyser.index.knowledgeFor(f, l.family).errorWriters));
}
