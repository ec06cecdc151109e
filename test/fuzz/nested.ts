/** Ends lines as people do: a text with few blanks would be taken for minified and not be read at all. */
function repeated(piece: string, depth: number): string {
  const onOneLine = Math.ceil(24 / Math.max(1, piece.length));
  return `${piece.repeat(onOneLine).trimEnd()}\n`.repeat(Math.ceil(depth / onOneLine));
}

/** Code in which one construct stands in the next, thousands of times: what recurses over it runs out of stack. */
export function nestedTexts(depth: number): ReadonlyMap<string, string> {
  const answer = "res.status(404).json({ error: 'No' })";
  const around = (open: string, close: string, core = answer) =>
    `${repeated(open, depth)}${core}${repeated(close, depth)}`;
  const inHandler = (code: string) =>
    `import express from 'express';\nconst app = express();\napp.get('/users/:id', async (req, res) => {\n${code}\n});\n`;
  return new Map(
    Object.entries({
      parentheses: around('(', ')'),
      'open parentheses': around('(', ''),
      'closed parentheses': around('', ')'),
      blocks: around('{', '}'),
      lists: around('[', ']'),
      objects: around('({ status: ', '})'),
      'open objects': around('({ status: ', ''),
      calls: around('send(', ')'),
      'member chain': `res${repeated('.then', depth)}.status(404)`,
      'call chain': `res.status(404)${repeated(".set('a', 'b')", depth)}.json({})`,
      'status chain': `res${repeated('.status(404)', depth)}.json({})`,
      sum: `${answer}${repeated(' + 404', depth)}`,
      logic: `${repeated('a && ', depth)}${answer}`,
      'nullish logic': `res.status(${repeated('a ?? ', depth)}404).end()`,
      comparison: `if (${repeated('res.status === 404 || ', depth)}a) ${answer}`,
      choices: `res.status(${repeated('a ? 404 : ', depth)}200).end()`,
      'choices on the left': `res.status(${repeated('(a ? ', depth)}404${repeated(' : 200)', depth)}).end()`,
      not: `if (${repeated('!', depth)}a) ${answer}`,
      'else if': `${repeated('if (a) res.status(404); else ', depth)}${answer}`,
      'if in if': around('if (a) { ', ' }'),
      loops: around('for (const a of b) { ', ' }'),
      attempts: around('try { ', ' } catch { res.status(500).end() }'),
      functions: around('(() => { ', ' })()'),
      'arrow bodies': around('() => ', ''),
      methods: around('({ a() { ', ' } })'),
      classes: around('class A { a() { ', ' } }'),
      switches: around('switch (a) { case 404: ', ' }'),
      templates: around('`${', '}`'),
      assignments: `${repeated('a = ', depth)}${answer}`,
      definitions: `const a0 = 404; ${Array.from({ length: depth }, (_, i) => `const a${i + 1} = a${i};`).join('\n')} res.status(a${depth}).end()`,
      spread: around('{...', '}'),
      awaits: `${repeated('await ', depth)}${answer}`,
      comments: `${repeated('/* 404 */ ', depth)}${answer}`,
      statements: `${repeated('res.status(404); ', depth)}${answer}`,
      casts: `(${answer})${repeated(' as any', depth)}`,
      types: `const a: ${repeated('Array<', depth)}404${repeated('>', depth)} = ${answer}`,
    }).map(([name, code]) => [name, inHandler(code)]),
  );
}
