import { type HandlerCase, isNoChallenge, reportedOf } from '../../support/handlerCases.ts';

/** Express handlers that catch what fails, each beside its neighbour at fault: the line of the handler, the rule. */
const cases: readonly HandlerCase[] = [
  {
    name: 'a check of input in a try of its own never comes to the catch-all round it',
    source: `app.post('/books', async (req, res) => {
  try {
    let book;
    try {
      book = JSON.parse(req.body);
    } catch {
      return res.status(400).json({ error: 'No JSON' });
    }
    await shelf.index(book);
    res.status(204).end();
  } catch {
    res.status(500).json({ error: 'Failed' });
  }
});`,
    findings: [],
  },
  {
    name: 'what stands for the code that an error lacks, whatever makes a number of it',
    source: `class Refusal extends Error {
  constructor(message, given) {
    super(message);
    this.code = given.code;
  }
}
app.put('/books/:id', async (req, res) => {
  try {
    if (!req.body.title) throw new Refusal('No title', { code: 422 });
    res.json(await books.update(req.params.id, req.body));
  } catch (error) {
    res.status(Number(error?.code) || 400).json({ error: 'Not updated' });
  }
});
app.put('/loans/:id', async (req, res) => {
  try {
    if (!req.body.title) throw new Error('No title');
    res.json(await loans.update(req.params.id, req.body));
  } catch (error) {
    res.status(Number(error?.code) || 400).json({ error: 'Not updated' });
  }
});`,
    findings: ['12 server-fault-is-5xx'],
  },
  {
    name: 'one that throws on does',
    source: `app.post('/books', async (req, res) => {
  try {
    let book;
    try {
      book = JSON.parse(req.body);
    } catch (error) {
      throw error;
    }
    await shelf.index(book);
    res.status(204).end();
  } catch {
    res.status(500).json({ error: 'Failed' });
  }
});`,
    findings: ['12 client-fault-is-4xx'],
  },
  {
    name: 'an error that is thrown and caught inside leaves the catch-all to what fails',
    source: `app.get('/loans', async (req, res) => {
  try {
    try {
      if (!isDay(req.query.from)) throw 'No such day';
    } catch (error) {
      return res.status(400).json({ error });
    }
    res.json(await Loan.find({ from: req.query.from }));
  } catch {
    res.status(400).json({ error: 'Something went wrong' });
  }
});`,
    findings: ['10 server-fault-is-5xx'],
  },
  {
    name: 'a helper that makes a response is nothing that fails',
    source: `app.post('/keys', (req, res) => {
  try {
    const salt = toBytes(req.body.salt);
    if (salt.length !== 32) return this.createErrorResponse('A salt has 32 bytes');
  } catch {
    return res.status(400).json({ error: 'No base64' });
  }
  res.status(204).end();
});`,
    findings: [],
  },
  {
    name: 'a function that answers whatever happens leaves its caller nothing to catch but the parse',
    source: `app.put('/faq', async (req, res) => {
  try {
    return await replace(JSON.parse(req.body), res);
  } catch {
    res.status(400).json({ error: 'No JSON' });
  }
});
async function replace(faq, res) {
  try {
    await db.faq.update(faq);
    res.status(204).end();
  } catch {
    res.status(500).json({ error: 'Failed' });
  }
}
app.put('/help', async (req, res) => {
  try {
    return await rewrite(JSON.parse(req.body), res);
  } catch {
    res.status(400).json({ error: 'No JSON' });
  }
});
async function rewrite(help, res) {
  await db.help.update(help);
  res.status(204).end();
}`,
    findings: ['20 server-fault-is-5xx'],
  },
  {
    name: 'what is left once credentials were told apart, and a limiter for those who log in',
    source: `app.post('/token', async (req, res) => {
  try {
    res.json(await oauth.token(req));
  } catch (error) {
    if (error instanceof InvalidClientError) return res.status(401).json({ error: 'invalid_client' });
    res.status(500).json({ error: 'server_error' });
  }
});
app.use(async (req, res, next) => {
  try {
    await limits.enforceAuthRateLimit(req.ip);
    next();
  } catch (error) {
    res.status(500).json({ error: 'server_error' });
  }
});
app.get('/providers', (req, res) => {
  try {
    res.json({ login: oauth.isLoginConfigured(env) });
  } catch (error) {
    res.status(500).json({ error: 'server_error' });
  }
});
app.post('/login', async (req, res) => {
  try {
    res.json(jwt.verify(req.body.token, secret));
  } catch (error) {
    res.status(500).json({ error: 'server_error' });
  }
});`,
    findings: ['28 client-fault-is-4xx'],
  },
  {
    name: 'a check of access that throws',
    source: `app.get('/parks/:id', async (req, res) => {
  try {
    await getParkAccess(req.params.id, permissions);
  } catch (error) {
    return res.status(403).json({ error: 'Not your park' });
  }
  try {
    res.json(await Park.update(req.params.id));
  } catch (error) {
    res.status(403).json({ error: 'Not your park' });
  }
});`,
    findings: ['10 server-fault-is-5xx'],
  },
  {
    name: 'what the project itself looks up may throw when it finds nothing, a database does not',
    source: `class Letters {
  routes() {
    app.get('/letters/:id', async (req, res) => {
      try {
        res.send(await this.letters.getRaw(req.params.id));
      } catch {
        res.status(404).json({ error: 'No such letter' });
      }
    });
    app.get('/stamps/:id', async (req, res) => {
      try {
        res.send(await this.database.getStamp(req.params.id));
      } catch {
        res.status(404).json({ error: 'No such stamp' });
      }
    });
  }
}`,
    findings: ['14 server-fault-is-5xx'],
  },
  {
    name: 'a file that cannot be read is not there',
    source: `app.get('/covers/:name', async (req, res) => {
  let cover;
  try {
    cover = await fs.promises.readFile(covers.pathOf(req.params.name));
  } catch {
    return res.status(404).json({ error: 'No such cover' });
  }
  try {
    await fs.promises.writeFile(seen, 'seen');
  } catch {
    return res.status(404).json({ error: 'No such cover' });
  }
  res.send(cover);
});`,
    findings: ['11 server-fault-is-5xx'],
  },
  {
    name: 'nothing was created where nothing came of it',
    source: `app.post('/users', async (req, res) => {
  const { user, error } = await User.create(req.body);
  if (!user) return res.status(200).json({ done: 'no' });
  if (error) return res.status(200).json({ done: 'not quite' });
  res.status(200).json({ user });
});
app.post('/oauth/token', async (req, res) => {
  const credential = await createCredential(req.body.client);
  res.status(200).json({ access_token: credential.value, token_type: 'bearer' });
});`,
    findings: ['5 created-is-201'],
  },
  {
    name: 'an error is told by what the status is chosen by: that of a class of the project is meant for clients',
    source: `app.use((err, req, res, next) => {
  const status = err instanceof ShopError ? err.status || 500 : 400;
  const message = err instanceof ShopError ? err.message : err instanceof Error ? err.message : 'Failed';
  res.status(status).json({ message });
});
app.use((err, req, res, next) => {
  const status = err instanceof ShopError ? err.status : 500;
  const message = err instanceof ShopError ? err.message : err.message;
  res.status(status).json({ message });
});`,
    findings: ['7 error-detail-leak'],
  },
  {
    name: 'an error made one, its message asked for, and one that a function gave back',
    source: `app.get('/shelves', async (req, res) => {
  const found = await findShelves();
  if (found instanceof Error) return res.status(500).json({ error: found.message });
  try {
    res.json(await index(found));
  } catch (caught) {
    const error = ensureError(caught);
    if (found.length > 9) return res.status(500).json({ error: getErrorMessage(caught) });
    if (error instanceof ShopError) return res.status(500).json({ error: error.message });
    if (caught instanceof Error) return res.status(500).json({ error: caught.message });
    if (found.length > 8) return res.status(500).json({ error: translateError(caught) });
    res.status(500).json({ error: error.message });
  }
});`,
    findings: ['3 error-detail-leak', '8 error-detail-leak', '10 error-detail-leak', '12 error-detail-leak'],
  },
  {
    name: 'what an awaited parser of documents gives back, and one of input',
    source: `app.post('/uploads', async (req, res) => {
  const { success } = await collector.parseDocument(req.file.name);
  if (!success) return res.status(500).json({ error: 'The collector failed' });
  const parsed = schema.safeParse(req.body);
  if (!parsed.success) return res.status(500).json({ error: 'Wrong form' });
  res.status(204).end();
});`,
    findings: ['5 client-fault-is-4xx'],
  },
  {
    name: 'a helper that is told what to say',
    source: `function failed(error: string) { return res.status(500).json({ error }); }
function broken(error) { return res.status(500).json({ error }); }`,
    findings: ['2 error-detail-leak'],
  },
];

const before = "import express from 'express'; const app = express(); ";

reportedOf('what is reported of handlers that catch what fails', cases, { before, isJudged: isNoChallenge });
