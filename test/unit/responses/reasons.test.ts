import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyser } from '../../support/analyser.ts';

/** Express handlers, and for each response in the order of the text: its code, why it is sent, who the caller is. */
interface Case {
  readonly name: string;
  readonly source: string;
  readonly responses: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: 'the same 401 with and without a session in one handler',
    source: `app.post('/teams/:id', async (req, res) => {
      const session = await getServerSession(req);
      if (!session) return res.status(401).json({ error: 'Unauthorized' });
      const teamAccess = await db.member.findFirst({ where: { teamId: req.params.id, userId: session.user.id } });
      const membership = teamAccess;
      if (!membership) return res.status(401).json({ error: 'Unauthorized' });
      res.status(200).json({});
    });`,
    responses: ['401 missing credentials anonymous', '401 lacking permission authenticated', '200 - authenticated'],
  },
  {
    name: 'a membership looked up by the caller',
    source: `app.get('/teams/:id', requireAuth, async (req, res) => {
      const member = await Membership.findMember({ team: req.params.id, user: req.user.id });
      if (!member) return res.status(401).end();
    });`,
    responses: ['401 lacking permission authenticated'],
  },
  {
    name: 'a role that is kept like anything else, and the role that something was set up with',
    source: `app.delete('/roles/:role', requireAuth, async (req, res) => {
      const role = await Role.findById(req.params.role);
      if (!role) return res.status(404).send('Unknown role.');
      if (!this.settings.role) return res.status(400).send('Nothing to add.');
    });`,
    responses: ['404 not found authenticated', '400 - authenticated'],
  },
  {
    name: 'a role that is looked up, where the answer is about access',
    source: `app.delete('/books/:id', requireAuth, async (req, res) => {
      const role = await Role.findOne({ book: req.params.id });
      if (!role) return res.status(403).send('Nothing to see.');
      const permission = await Role.findOne({ book: req.params.id });
      if (!permission) return res.status(404).send('You are not allowed to see it.');
    });`,
    responses: ['403 lacking permission authenticated', '404 lacking permission authenticated'],
  },
  {
    name: 'a role of the caller',
    source: `app.delete('/x/:id', requireAuth, (req, res) => {
      if (req.user.role !== 'admin') return res.status(401).json({ error: 'Admins only' });
    });`,
    responses: ['401 lacking permission authenticated'],
  },
  {
    name: 'an owner compared with the caller',
    source: `app.put('/posts/:id', async (req, res) => {
      const post = await Post.findById(req.params.id);
      if (post.authorId !== req.user.id) return res.status(401).json({ error: 'Not yours' });
    });`,
    responses: ['401 lacking permission unknown'],
  },
  {
    name: 'a caller who may be nobody, or may lack permission: nothing is claimed',
    source: `app.get('/a', (req, res) => {
      if (!req.user || !req.user.isAdmin) return res.status(403).end();
    });`,
    responses: ['403 - unknown'],
  },
  {
    name: 'an optional guard says nothing of the caller',
    source: `app.get('/a', optionalAuth, (req, res) => { res.status(200).json({}); });`,
    responses: ['200 - unknown'],
  },
  {
    name: 'a token that does not verify',
    source: `app.use((req, res, next) => {
      const token = req.headers.authorization;
      if (!token) return res.status(401).json({ error: 'Missing token' });
      try {
        req.user = jwt.verify(token, secret);
        next();
      } catch {
        res.status(401).json({ error: 'Invalid token' });
      }
    });`,
    responses: ['401 missing credentials unknown', '401 missing credentials unknown'],
  },
  {
    name: 'an unknown name or a wrong password at a login',
    source: `app.post('/login', async (req, res) => {
      const user = await User.findOne({ email: req.body.email });
      if (!user || !(await bcrypt.compare(req.body.password, user.hash))) return res.status(403).json({ error: 'No' });
    });`,
    responses: ['403 missing credentials unknown'],
  },
  {
    name: 'a wrong current password of a caller who is logged in',
    source: `app.post('/password', requireAuth, async (req, res) => {
      if (!(await req.user.checkPassword(req.body.currentPassword))) return res.status(403).json({ error: 'Wrong' });
    });`,
    responses: ['403 - authenticated'],
  },
  {
    name: 'an anti-forgery token says nothing of who calls',
    source: `app.post('/a', (req, res) => {
      if (req.get('X-CSRF-Token') !== req.session.csrfToken) return res.status(403).end();
    });`,
    responses: ['403 forgery unknown'],
  },
  {
    name: 'what the URL names is missing',
    source: `app.get('/users/:id', async (req, res) => {
      const user = await User.findById(req.params.id);
      if (!user) return res.status(400).json({ error: 'No such user' });
    });`,
    responses: ['400 not found unknown'],
  },
  {
    name: 'what the body names is missing',
    source: `app.post('/orders', async (req, res) => {
      const product = await Product.findById(req.body.productId);
      if (!product) return res.status(422).json({ error: 'No such product' });
    });`,
    responses: ['422 invalid input unknown'],
  },
  {
    name: 'rows that none were found of, by their number',
    source: `app.get('/users/:id', async (req, res) => {
      const { id } = req.params;
      const rows = await db.query('select * from users where id = ?', [id]);
      if (rows.length === 0) return res.status(500).end();
    });`,
    responses: ['500 not found unknown'],
  },
  {
    name: 'an input that is missing, or too short',
    source: `app.post('/a', (req, res) => {
      if (!req.body.name || req.body.name.length < 3) return res.status(500).json({ error: 'Name' });
    });`,
    responses: ['500 invalid input unknown'],
  },
  {
    name: 'a schema that does not accept',
    source: `app.post('/a', (req, res) => {
      const result = schema.safeParse(req.body);
      if (!result.success) return res.status(500).json(result.error);
    });`,
    responses: ['500 invalid input unknown'],
  },
  {
    name: 'something that exists already',
    source: `app.post('/users', async (req, res) => {
      const existing = await User.findOne({ email: req.body.email });
      if (existing) return res.status(400).json({ error: 'User already exists' });
    });`,
    responses: ['400 conflict unknown'],
  },
  {
    name: 'a unique constraint that was broken',
    source: `app.post('/users', async (req, res) => {
      try {
        res.status(201).json(await User.create(req.body));
      } catch (error) {
        if (error.code === 'P2002') return res.status(400).json({ error: 'Taken' });
        return res.status(500).json({ error: 'Failed' });
      }
    });`,
    responses: ['201 created unknown', '400 conflict unknown', '500 unexpected failure unknown'],
  },
  {
    name: 'a unique constraint that a message speaks of',
    source: `app.post('/users', async (req, res) => {
      try {
        await database.insert(req.body);
      } catch (error) {
        if (error.message.includes('UNIQUE')) return res.status(400).json({ error: 'Taken' });
      }
    });`,
    responses: ['400 conflict unknown'],
  },
  {
    name: 'a catch-all round a save',
    source: `app.put('/a/:id', async (req, res) => {
      try {
        const item = await Item.findOneOrFail(req.params.id);
        await item.save();
      } catch {
        res.status(404).json({ error: 'Not found' });
      }
    });`,
    responses: ['404 unexpected failure unknown'],
  },
  {
    name: 'a catch-all round nothing but a look-up that throws when it finds nothing',
    source: `app.get('/a/:id', async (req, res) => {
      try {
        res.json(await Item.findOneOrFail(req.params.id));
      } catch {
        res.status(404).json({ error: 'Not found' });
      }
    });`,
    responses: ['200 - unknown', '404 - unknown'],
  },
  {
    name: 'a catch-all round a parse of the input',
    source: `app.post('/a', (req, res) => {
      let body;
      try {
        body = JSON.parse(req.body);
      } catch {
        return res.status(400).json({ error: 'No JSON' });
      }
    });`,
    responses: ['400 invalid input unknown'],
  },
  {
    name: 'a class of error that is asked for',
    source: `app.post('/a', async (req, res) => {
      try {
        await service.run(req.body);
      } catch (error) {
        if (error instanceof ValidationError) return res.status(500).json({ error: 'Invalid' });
        if (error instanceof NotFoundError) return res.status(500).json({ error: 'Missing' });
      }
    });`,
    responses: ['500 invalid input unknown', '500 not found unknown'],
  },
  {
    name: 'a switch over the class of an error',
    source: `app.post('/a', async (req, res) => {
      try {
        await service.run(req.body);
      } catch (error) {
        switch (error.constructor) {
          case DuplicateKeyError:
            res.status(400).json({});
            break;
        }
      }
    });`,
    responses: ['400 conflict unknown'],
  },
  {
    name: 'a setting the server cannot work without, and a switch for a feature',
    source: `app.post('/a', (req, res) => {
      if (!process.env.DATABASE_URL) return res.status(400).json({ error: 'No database' });
      if (!process.env.ENABLE_SIGNUP) return res.status(403).json({ error: 'Closed' });
    });`,
    responses: ['400 misconfigured unknown', '403 - unknown'],
  },
  {
    name: 'what is thrown and swallowed is not sent',
    source: `app.post('/a', async (req, res) => {
      try {
        throw createError(404);
      } catch {
        res.status(500).json({ error: 'Failed' });
      }
    });`,
    responses: ['500 - unknown'],
  },
  {
    name: 'the arm of an else',
    source: `app.get('/users/:id', async (req, res) => {
      const user = await User.findById(req.params.id);
      if (user) {
        res.json(user);
      } else {
        res.status(400).end();
      }
    });`,
    responses: ['200 - unknown', '400 not found unknown'],
  },
  {
    name: 'an exit above is the setting, not the reason',
    source: `app.get('/a/:id', async (req, res) => {
      if (!req.params.id) return res.status(400).end();
      const report = await reports.build();
      await reports.send(report);
      res.status(500).end();
    });`,
    responses: ['400 invalid input unknown', '500 - unknown'],
  },
  {
    name: 'a part of what was found',
    source: `app.get('/books/:id', async (req, res) => {
      const book = await Book.findById(req.params.id);
      if (!book.isbn) return res.status(400).json({ error: 'This book needs an ISBN first' });
      if (book.archivedAt) return res.status(400).json({ error: 'Archived already' });
    });`,
    responses: ['400 - unknown', '400 - unknown'],
  },
  {
    name: 'what lacks a part is as good as gone where the response says so',
    source: `app.get('/books/:id', async (req, res) => {
      const book = await prisma.book.findUnique({ where: { id: req.params.id } });
      if (!book || !book.isbn) return res.status(400).json({ error: 'Book not found' });
      if (!book || !book.isbn) return res.status(400).json({ error: 'This book needs an ISBN first' });
      res.json(book);
    });`,
    responses: ['400 not found unknown', '400 - unknown', '200 - unknown'],
  },
  {
    name: 'ways to hold what was found',
    source: `app.get('/books/:id', async (req, res) => {
      const { rows } = await db.query('select * from books where id = $1', [req.params.id]);
      if (!rows[0]) return res.status(400).end();
      const { book } = await getBook(req.params.id);
      if (!book) return res.status(400).end();
      const shelf = await getShelf(req.params.id);
      if (shelf.books.length === 0) return res.status(400).json({ error: 'Book not found on this shelf' });
      if (shelf.books.length === 0) return res.status(400).json({ error: 'The shelf is empty' });
    });`,
    responses: ['400 not found unknown', '400 not found unknown', '400 not found unknown', '400 - unknown'],
  },
  {
    name: 'what is kept in the request, and what is looked for inside something',
    source: `app.use('/books/:id', async (req, res, next) => {
      req.book = await Book.findById(req.params.id);
      if (!req.book) return res.status(400).end();
      const shelf = await shelves.findOne({ id: req.params.shelf });
      if (shelf.books.some((book) => book.id === req.book.id)) return res.status(400).json({ error: 'Already on this shelf' });
      if (!isObject(req.body)) return res.status(500).end();
      if (req.body.tags.some((tag) => typeof tag !== 'string')) return res.status(400).end();
    });`,
    responses: [
      '400 not found unknown',
      '400 conflict unknown',
      '500 invalid input unknown',
      '400 invalid input unknown',
    ],
  },
  {
    name: 'what is done for something is no look-up',
    source: `app.post('/books/:id/feed', async (req, res) => {
      const feed = await openFeedForItem(req.params.id);
      if (!feed) return res.status(500).json({ error: 'Failed' });
    });`,
    responses: ['500 - unknown'],
  },
  {
    name: 'a key that is made is none that somebody has shown',
    source: `app.post('/keys', async (req, res) => {
      const apiKey = await keys.generate(req.body.name);
      if (!apiKey) return res.status(500).end();
      const token = req.headers['x-api-key'];
      if (!token) return res.status(403).end();
    });`,
    responses: ['500 - unknown', '403 missing credentials unknown'],
  },
  {
    name: 'the role of a caller who may be gone',
    source: `app.post('/refresh', async (req, res) => {
      const session = await getServerSession(req);
      const user = await users.findById(session.user.id);
      if (!user?.role) return res.status(401).end();
    });`,
    responses: ['401 - unknown'],
  },
  {
    name: 'what a function of the project gives back as failed, and what a database does',
    source: `app.post('/books', async (req, res) => {
      const result = await renameBook(req.body.id, req.body.name);
      if (!result.ok) return res.status(422).end();
      const outcome = await database.transaction(async (tx) => ({ ok: await tx.insert(req.body) }));
      if (!outcome.ok) return res.status(409).end();
      const { success } = await env.DB.prepare('INSERT INTO books (name) VALUES (?)').bind(req.body.name).run();
      if (!success) return res.status(400).end();
    });`,
    responses: ['422 - unknown', '409 - unknown', '400 unexpected failure unknown'],
  },
  {
    name: 'what the server has stored is no input',
    source: `app.post('/contact', async (req, res) => {
      const plugin = await plugins.findOne({ name: 'captcha' });
      const settings = JSON.parse(plugin.settings);
      if (!settings.secret) return res.status(500).end();
      const title = JSON.parse(req.body).title;
      if (!title) return res.status(500).end();
    });`,
    responses: ['500 - unknown', '500 invalid input unknown'],
  },
  {
    name: 'a validation of what the server has itself',
    source: `app.get('/migrations', async (req, res) => {
      try {
        res.json(await migrations.validateSchema());
      } catch {
        res.status(500).json({ error: 'Failed' });
      }
    });`,
    responses: ['200 - unknown', '500 - unknown'],
  },
  {
    name: 'a catch-all round what refuses: a limit, a lock, a validator, a signature, another service',
    source: `app.post('/a', async (req, res) => {
      try { await applyRateLimit(req.ip); } catch { return res.status(429).end(); }
      try { await locks.lock(req.params.id); } catch { return res.status(409).end(); }
      try { await bookValidator(req.body); } catch { return res.status(400).end(); }
      try { await stripe.webhooks.constructEvent(await buffer(req), signature, secret); } catch { return res.status(400).end(); }
      try { await stripe.customers.create({ name: req.body.name }); } catch { return res.status(400).end(); }
      try { await jwtService.verifyAsync(req.body.hash, { secret: this.getSecret(user) }); } catch { return res.status(422).end(); }
    });`,
    responses: [
      '429 - unknown',
      '409 - unknown',
      '400 - unknown',
      '400 - unknown',
      '400 upstream failure unknown',
      '422 missing credentials unknown',
    ],
  },
  {
    name: 'a catch-all round what merely has to do with logging in',
    source: `app.post('/a', async (req, res) => {
      try {
        res.json(await createOAuthState(req.user.id));
      } catch {
        res.status(500).end();
      }
    });`,
    responses: ['200 done unknown', '500 unexpected failure unknown'],
  },
  {
    name: 'what is thrown into a call that is awaited is caught where the call is',
    source: `app.post('/a', async (req, res) => {
      try {
        await database.transaction(async (tx) => {
          try {
            await tx.books.insert(req.body);
          } catch (error) {
            throw createError(409, error);
          }
        });
      } catch {
        res.status(500).end();
      }
    });`,
    responses: ['500 - unknown'],
  },
  {
    name: 'a look-up that may throw when it finds nothing, and a look-up in a database',
    source: `app.get('/books/:id', async (req, res) => {
      try { book = await bookService.getBook(req.params.id); } catch { return res.status(404).end(); }
      try { book = await bookRepository.find(req.params.id); } catch { return res.status(400).end(); }
    });`,
    responses: ['404 unexpected failure unknown', '400 unexpected failure unknown'],
  },
  {
    name: 'what the fields of a request demand',
    source: `app.put('/books/:id', async (req, res) => {
      if (!req.is('json')) return res.status(400).end();
      if (!req.accepts('json')) return res.status(400).end();
      if (!req.get('If-Match')) return res.status(400).end();
      if (req.get('If-Match') !== book.etag) return res.status(400).end();
      if (req.headers['content-length'] > maximum) return res.status(400).end();
      if (req.body.tags.length > 20) return res.status(400).end();
    });`,
    responses: [
      '400 unsupported media type unknown',
      '400 not acceptable unknown',
      '400 precondition required unknown',
      '400 precondition failed unknown',
      '400 too large unknown',
      '400 invalid input unknown',
    ],
  },
  {
    name: 'what was done, where all went well',
    source: `app.post('/books', async (req, res) => {
      const existing = await Book.findOne({ isbn: req.body.isbn });
      if (existing) return res.status(200).json(existing);
      const book = new Book(req.body);
      await book.save();
      await mailQueue.add('welcome', book.id);
      res.status(200).json({ book });
    });
    app.post('/reports', async (req, res) => {
      await reportQueue.add('monthly', req.body);
      res.status(202).end();
    });
    app.delete('/books/:id', async (req, res) => {
      await Book.remove(req.params.id);
      res.status(204).end();
    });
    app.get('/books', async (req, res) => {
      if (req.query.all) return res.status(200).json(await Book.find());
      res.status(200).json(await Book.page());
    });`,
    responses: [
      '200 - unknown',
      '200 created unknown',
      '202 accepted unknown',
      '204 done without content unknown',
      '200 - unknown',
      '200 - unknown',
    ],
  },
];

suite('why a response is sent, and to whom', () => {
  const language = analyser.languageOf('typescript') ?? assert.fail('TypeScript is a language.');
  for (const { name, source, responses } of cases) {
    test(name, async () => {
      await analyser.prepare(language);
      const text = `import express from 'express';\nimport createError from 'http-errors';\nconst app = express();\n${source}\n`;
      const { analysis } = analyser.analyse(language, analyser.open(language, 'file:///app.ts', text));
      const found = (analysis?.responses ?? []).map((response) => {
        const codes = response.status?.options.map(({ code }) => code).join('|');
        return `${codes} ${analysis?.reasons.of(response)?.kind ?? '-'} ${analysis?.reasons.authentication(response).state}`;
      });
      assert.deepEqual(found, responses);
    });
  }
});
