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
