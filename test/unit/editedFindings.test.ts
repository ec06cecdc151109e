import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, suite, test } from 'node:test';
import { defaultConfiguration } from '../../server/src/configuration/configuration.ts';
import { defaultSettings } from '../../server/src/configuration/settings.ts';
import { EditedFindings } from '../../server/src/editedFindings.ts';
import { codeLenses, resolvedCodeLens } from '../../server/src/features/codeLens.ts';
import type { Applied } from '../../server/src/features/configurations.ts';
import { hover } from '../../server/src/features/hover.ts';
import { inlayHints } from '../../server/src/features/inlayHints.ts';
import type { ReadyText } from '../../server/src/features/openTexts.ts';
import { findingsOf } from '../../server/src/findings.ts';
import type { Language } from '../../server/src/languages/language.ts';
import type { FileAnalysis } from '../../server/src/responses/analysis.ts';
import { type HandlerPlace, placesOfHandlers } from '../../server/src/responses/routes/answeringHandlers.ts';
import type { ReportedFinding } from '../../server/src/rules/report.ts';
import type { SourceDocument, TextChange } from '../../server/src/syntax/document.ts';
import type { Span } from '../../server/src/syntax/node.ts';
import { expressFile } from '../bench/handlers.ts';
import { analyser } from '../support/analyser.ts';
import { Random } from '../support/random.ts';
import { randomChange } from '../support/randomChange.ts';

const fixtures = path.join(import.meta.dirname, '..', 'fixtures');
const editsPerFile = 6;

function fail(subject: string, error: unknown): never {
  throw new Error(subject, { cause: error });
}

/** A document with its findings after every edit, and whether all of it was read for them. */
class EditedText {
  readonly document: SourceDocument;
  readonly #language: Language;
  readonly #findings: EditedFindings;
  #version = 0;
  wholeReads = 0;

  constructor(language: Language, uri: string, text: string, shortestDivided = 0) {
    this.#language = language;
    this.document = analyser.open(language, uri, text);
    this.#findings = new EditedFindings(language, fail, shortestDivided);
  }

  edit(change: TextChange): void {
    this.document.update([change], ++this.#version);
  }

  replace(written: string, replacement: string): void {
    const start = this.document.text.indexOf(written);
    assert.ok(start >= 0, `There is no ${written}`);
    const range = rangeOf(this.document, start, start + written.length);
    this.edit({ range, text: replacement });
  }

  get findings(): readonly ReportedFinding[] {
    const read = analyser.read(this.#language, this.document);
    if (!read) {
      this.#findings.forget();
      return [];
    }
    let isWhole = false;
    const findings = this.#findings.of(read, defaultConfiguration, () => {
      isWhole = true;
      return this.#analysis;
    });
    if (isWhole && this.answers) this.wholeReads++;
    return findings;
  }

  /** Where nothing does, there is nothing to be known by sections. */
  get answers(): boolean {
    return (this.#analysis?.responses.length ?? 0) > 0;
  }

  /** What hovers say of each status code, from its section alone where that does. Findings must have been asked for. */
  get hovers() {
    const read = analyser.read(this.#language, this.document);
    return this.#hovers((code) => read && this.#findings.around(read, code)?.analysis);
  }

  get wantedHovers() {
    return this.#hovers(() => undefined);
  }

  #hovers(analysisAt: (code: Span) => FileAnalysis | undefined) {
    const analysis = this.#analysis;
    return analysis?.references.map(({ node }) =>
      hover(
        { language: this.#language, document: this.document, analysis: analysisAt(node) ?? analysis },
        this.document.positionAt(node.start),
      ),
    );
  }

  /** What is drawn into the text: the lenses of all handlers, and hints, a few lines at a time as editors ask for them. */
  get drawn() {
    const read = analyser.read(this.#language, this.document);
    const handlers = read && this.#findings.handlersOf(read);
    return this.#drawn(handlers, (place) => read && this.#findings.around(read, place)?.analysis);
  }

  get wantedDrawn() {
    return this.#drawn(undefined, () => undefined);
  }

  #drawn(handlers: readonly HandlerPlace[] | undefined, analysisAt: (place: Span) => FileAnalysis | undefined) {
    const { document } = this;
    const analysis = this.#analysis;
    const text: ReadyText = {
      language: this.#language,
      document,
      analysis,
      findings: this.wanted,
      handlers: handlers ?? (analysis ? placesOfHandlers(analysis) : []),
      around: (start, end = start) => ({
        language: this.#language,
        document,
        analysis: analysisAt({ start, end }) ?? analysis,
      }),
      ...untouched,
    };
    const lines = Array.from({ length: Math.ceil(document.positionAt(document.text.length).line / 20) }, (_, at) => at);
    return {
      lenses: codeLenses(text).map((lens) => resolvedCodeLens(lens, text, true)),
      hints: lines.map((at) =>
        inlayHints(text, { start: { line: at * 20, character: 0 }, end: { line: at * 20 + 19, character: 1000 } }),
      ),
    };
  }

  /** What there is to say about the present text when nothing is known of an earlier one. */
  get wanted(): readonly ReportedFinding[] {
    const analysis = this.#analysis;
    return analysis ? findingsOf(analysis, defaultConfiguration, fail) : [];
  }

  get #analysis() {
    return analyser.analyse(this.#language, this.document).analysis;
  }
}

const untouched: Applied = {
  configuration: defaultConfiguration,
  configurationFile: undefined,
  folder: undefined,
  settings: {
    ...defaultSettings,
    codeLens: { enable: false },
    inlayHints: { phrase: true, implicitStatus: 'always', route: true },
  },
  isIgnored: false,
};

function rangeOf(document: SourceDocument, start: number, end: number) {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

function shown(findings: readonly ReportedFinding[]) {
  return findings.map(({ rule, severity, node, message, evidence, fixes }) => ({
    rule: rule.id,
    severity,
    place: [node.start, node.end],
    message,
    evidence: evidence?.map(({ node: { start, end }, message: why }) => [start, end, why]),
    fixes: fixes(),
  }));
}

/** What ends later, or has ended before. */
const halfTyped = [
  '{',
  '(',
  '[',
  '}',
  ')',
  '"',
  '`',
  'if (x) {\n',
  'return res.status(404).json({',
  'raise ',
  'def x():\n',
];

/** What people do to code that works: another name, another status, a line less, a line more. */
function usualChange(random: Random, document: SourceDocument): TextChange {
  const { text } = document;
  const at = random.below(text.length + 1);
  const word = /\b[A-Za-z_]\w*\b/.exec(text.slice(at));
  const code = /\b[1-5]\d\d\b/.exec(text.slice(at));
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const lineEnd = text.indexOf('\n', at) + 1 || text.length;
  const line = text.slice(lineStart, lineEnd);
  switch (random.below(6)) {
    case 0:
      return randomChange(random, document);
    case 5: {
      const start = at + (word?.index ?? 0);
      return { range: rangeOf(document, start, start), text: random.pick(halfTyped) };
    }
    case 1:
      return { range: rangeOf(document, lineStart, lineEnd), text: '' };
    case 2:
      return { range: rangeOf(document, lineEnd, lineEnd), text: line };
    case 3: {
      const end = at + (word?.index ?? 0) + (word?.[0].length ?? 0);
      return { range: rangeOf(document, end, end), text: 'x' };
    }
    default: {
      const start = at + (code?.index ?? 0);
      const end = start + (code?.[0].length ?? 0);
      return { range: rangeOf(document, start, end), text: random.pick(['404', '201', '401', '500', '204']) };
    }
  }
}

suite('findings after edits are those of the text as it is', () => {
  let edits = 0;
  let wholeReads = 0;
  after(() => assert.ok(wholeReads < edits * 0.6, `${wholeReads} of ${edits} texts were read as a whole`));

  for (const [index, file] of globSync('**/*.{js,ts,tsx,py,go}', { cwd: fixtures }).toSorted().entries()) {
    const language = analyser.languageOfPath(file);
    if (!language) continue;
    test(file, async () => {
      await analyser.prepare(language);
      const random = new Random(index + 1);
      const text = readFileSync(path.join(fixtures, file), 'utf8');
      const edited = new EditedText(language, `file:///${file}`, text);
      assert.deepEqual(shown(edited.findings), shown(edited.wanted));
      const before = edited.wholeReads;
      for (let edit = 1; edit <= editsPerFile; edit++) {
        edited.edit(usualChange(random, edited.document));
        assert.deepEqual(shown(edited.findings), shown(edited.wanted), `edit ${edit}:\n${edited.document.text}`);
        assert.deepEqual(edited.hovers, edited.wantedHovers, `hovers after edit ${edit}:\n${edited.document.text}`);
        assert.deepEqual(edited.drawn, edited.wantedDrawn, `drawn after edit ${edit}:\n${edited.document.text}`);
        if (edited.answers) edits++;
        // what works again is read by its parts again
        if (edit % 3 !== 0) continue;
        edited.edit({ text });
        assert.deepEqual(shown(edited.findings), shown(edited.wanted));
      }
      wholeReads += edited.wholeReads - before;
      edited.document.dispose();
    });
  }
});

suite('an edit reaches', () => {
  const text = `
const express = require('express');
const app = express();

const missing = 404;

function refuse(res) {
  res.status(401).json({ error: 'Not allowed' });
}

app.get('/users/:id', (req, res) => {
  const user = users.find(req.params.id);
  if (!user) return res.status(missing).json({ error: 'No such user' });
  res.json(user);
});

app.post('/users', (req, res) => {
  if (req.user.role !== 'admin') return refuse(res);
  const user = users.create(req.body);
  res.status(201).json(user);
});
`;

  const cases: readonly (readonly [what: string, written: string, replacement: string, isWhole: boolean])[] = [
    ['its own handler', 'status(201)', 'status(202)', false],
    ['who uses a constant', 'missing = 404', 'missing = 500', false],
    ['who calls a helper', 'status(401)', 'status(403)', false],
    ['who called a helper that is no more', 'function refuse', 'function refused', false],
    ['nobody, but moves what stands behind it', '\nconst missing', '\n\n// how it goes\nconst missing', false],
    ['its own handler, while it has no end yet', 'if (!user)', 'if (!user) {', false],
    ['its own handler, while a call has no end yet', 'users.find(req', 'users.find((req', false],
    ['everything, where imports change', "'express'", "'restify'", true],
    ['everything, where middleware comes', '\nconst missing', '\napp.use(requireAuth);\nconst missing', true],
  ];

  for (const [what, written, replacement, isWhole] of cases) {
    test(what, async () => {
      const language = analyser.languageOf('javascript');
      assert.ok(language);
      await analyser.prepare(language);
      const edited = new EditedText(language, 'file:///src/users.js', text);
      assert.notEqual(edited.findings.length, 0);
      edited.replace(written, replacement);
      assert.deepEqual(shown(edited.findings), shown(edited.wanted));
      assert.equal(edited.wholeReads, isWhole ? 2 : 1);
      edited.replace(replacement, written);
      assert.deepEqual(shown(edited.findings), shown(edited.wanted));
      edited.document.dispose();
    });
  }

  const framed: readonly (readonly [what: string, file: string, text: string])[] = [
    [
      'no other method of a class',
      'cats.controller.ts',
      `import { Controller, Get, NotFoundException, Post } from '@nestjs/common';
import { Cats } from './cats';

@Controller('cats')
export class CatsController {
  constructor(private readonly cats: Cats) {}

  @Get(':id')
  async show(@Param('id') id: string) {
    const cat = await this.cats.find(id);
    if (!cat) throw new HttpException('No such cat', 401);
    return cat;
  }

  @Post()
  create(@Body() body: NewCat, @Res() response: Response) {
    return response.status(201).json(this.cats.create(body));
  }
}
`,
    ],
    [
      'no other method of a class that registers its own',
      'cats.ts',
      `import { Router } from 'express';
import { requireAuth } from './auth';

export class Cats {
  readonly router = Router();

  constructor() {
    this.router.use(requireAuth);
    this.router.get('/cats/:id', this.show);
    this.router.post('/cats', this.create);
  }

  show = async (req, res) => {
    const cat = await cats.find(req.params.id);
    if (!cat) return res.status(401).json({ error: 'No such cat' });
    res.json(cat);
  };

  create = async (req, res) => {
    res.status(201).json(await cats.create(req.body));
  };
}
`,
    ],
    [
      'no other route of a plugin',
      'cats.js',
      `import fastify from 'fastify';

export default async function routes(app, { cats }) {
  app.get('/cats/:id', async (request, reply) => {
    const cat = await cats.find(request.params.id);
    if (!cat) return reply.code(401).send({ error: 'No such cat' });
    return cat;
  });

  app.post('/cats', async (request, reply) => {
    return reply.code(201).send(await cats.create(request.body));
  });
}
`,
    ],
    [
      'no other route of an application that a function makes',
      'app.py',
      `from flask import Flask, jsonify, request

def create_app(cats):
    app = Flask(__name__)

    @app.route('/cats/<id>')
    def show(id):
        cat = cats.find(id)
        if cat is None:
            return jsonify(error='No such cat'), 401
        return jsonify(cat)

    @app.route('/cats', methods=['POST'])
    def create():
        return jsonify(cats.create(request.json)), 201

    return app
`,
    ],
    [
      'no other function of an object',
      'cats.js',
      `const express = require('express');
const cats = require('./cats');

module.exports = {
  show: async (req, res) => {
    const cat = await cats.find(req.params.id);
    if (!cat) return res.status(401).json({ error: 'No such cat' });
    res.json(cat);
  },

  create: async (req, res) => {
    res.status(201).json(await cats.create(req.body));
  },
};
`,
    ],
  ];

  for (const [what, file, written] of framed) {
    test(what, async () => {
      const language = analyser.languageOfPath(file);
      assert.ok(language);
      await analyser.prepare(language);
      const edited = new EditedText(language, `file:///src/${file}`, written);
      assert.notEqual(edited.findings.length, 0);
      for (const [from, to] of [
        ['.find(', '.findOne('],
        ['201', '202'],
        ['cats.create(', 'cats.store('],
      ] as const) {
        edited.replace(from, to);
        assert.deepEqual(shown(edited.findings), shown(edited.wanted));
        assert.deepEqual(edited.hovers, edited.wantedHovers);
      }
      assert.equal(edited.wholeReads, 1);
      edited.document.dispose();
    });
  }

  test('no other handler of a large file', async () => {
    const language = analyser.languageOf('javascript');
    assert.ok(language);
    await analyser.prepare(language);
    const edited = new EditedText(language, 'file:///src/large.js', expressFile(2000));
    assert.ok(edited.findings.length > 100);
    for (const name of ['user', 'order', 'invoice']) {
      edited.replace(`if (!${name})`, `if (! ${name})`);
      assert.deepEqual(shown(edited.findings), shown(edited.wanted));
    }
    assert.equal(edited.wholeReads, 1);
    edited.document.dispose();
  });
});
