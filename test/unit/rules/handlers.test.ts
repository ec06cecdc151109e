import { type HandlerCase, isNoChallenge, reportedOf } from '../../support/handlerCases.ts';

/** Express handlers as real code bases have them, and what is reported: the line of the handler, the rule. */
const cases: readonly HandlerCase[] = [
  {
    name: 'a status that the error thrown behind it is sent with',
    source: `const register = asyncHandler(async (req, res, next) => {
  const userExists = await User.findOne({ email: req.body.email });
  if (userExists) {
    res.status(400);
    throw new Error('User already exists');
  }
  const shelf = await Shelf.findById(req.params.id);
  if (!shelf) {
    res.status(400);
    return next(new Error('No shelf'));
  }
  const alreadyReviewed = shelf.reviews.find((review) => review.by === req.body.name);
  if (alreadyReviewed) {
    res.status(400);
    throw new Error('Shelf already reviewed');
  }
  res.status(503);
  next(new Error('Later'));
});`,
    findings: ['4 conflict-is-409', '9 not-found-is-404', '14 conflict-is-409', '17 retry-after-on-503'],
  },
  {
    name: 'an error that has a status of its own, or stays inside, is not sent with the one set before',
    source: `const register = asyncHandler(async (req, res, next) => {
  const userExists = await User.findOne({ email: req.body.email });
  if (userExists) {
    res.status(400);
    throw new NotFoundError('User already exists', 409);
  }
  try {
    if (userExists) {
      res.status(400);
      throw new Error('User already exists');
    }
  } catch {
    return res.status(409).json({ error: 'Taken' });
  }
  res.status(200).json({});
});`,
    findings: [],
  },
  {
    name: 'whether something is there, by the name of the question and the words of the answer',
    source: `app.post('/shelves', async (req, res) => {
  if (await isNameTaken(req.body.name)) return res.status(400).json({ error: 'Name already taken' });
  if (shelf.checkHasBook(req.body.book)) return res.status(400).json({ error: 'Book already on the shelf' });
  if (existingError) return res.status(400).json({ error: 'Failed to check existing shelves' });
  if (await isNameOdd(req.body.name)) return res.status(400).json({ error: 'Name already odd' });
  res.json({ ok: true });
});`,
    findings: ['2 conflict-is-409', '3 conflict-is-409'],
  },
  {
    name: 'nothing that the URL names was there to delete, and what was just put together is there',
    source: `app.delete('/cards/:id', async (req, res) => {
  const deleted = await Card.destroy({ where: { id: req.params.id } });
  if (!deleted) return res.status(400).json({ error: 'Malicious activity' });
  const removed = await Card.removeById(req.params.id);
  if (!removed) return res.status(500).json({ error: 'Failed to remove the card' });
  const card = await Card.findOne({ where: { id: req.params.id } });
  const shown = { id: 0 };
  if (card != null && shown) res.json(shown);
  else res.status(400).json({ error: 'Malicious activity' });
});`,
    findings: ['3 not-found-is-404', '9 not-found-is-404'],
  },
  {
    name: 'a row that was inserted and is not given back',
    source: `app.post('/runs', async (req, res) => {
  const rows = await db.insert(runs).values(req.body).returning();
  if (!rows[0]) return res.status(400).json({ error: 'Something went wrong' });
  const [mark] = await db.insert(marks).values(req.body).onConflictDoNothing().returning();
  if (!mark) return res.status(400).json({ error: 'Something is wrong' });
  res.status(202).json(rows[0]);
});`,
    findings: ['3 server-fault-is-5xx'],
  },
  {
    name: 'an error of which nothing is known, wherever a helper takes it',
    source: `function sendFailure(res: Response, err: unknown) {
  if (err instanceof ShopError) return res.status(err.status).json({ error: err.code });
  const message = err instanceof Error ? err.message : 'failed';
  return res.status(500).json({ error: 'failed', description: message });
}
function sendText(res: Response, error: string) {
  return res.status(500).json({ error });
}`,
    findings: ['4 error-detail-leak'],
  },
  {
    name: 'the same 401 right without a session and wrong without a membership',
    source: `app.get('/teams/:id', async (req, res) => {
  const session = await getServerSession(req);
  if (!session) return res.status(401).json({ error: 'Unauthorized' });
  const teamAccess = await members.findFirst({ teamId: req.params.id, userId: session.user.id });
  if (!teamAccess) return res.status(401).json({ error: 'Unauthorized' });
  res.json({ name: 'Team' });
});`,
    findings: ['5 forbidden-for-authenticated'],
  },
  {
    name: 'a catch-all that answers 404 round a write',
    source: `app.put('/books/:id', async (req, res) => {
  try {
    const book = await Book.findOneOrFail(req.params.id);
    await book.save();
    res.json(book);
  } catch {
    res.status(404).json({ error: 'Not found' });
  }
});`,
    findings: ['7 server-fault-is-5xx'],
  },
  {
    name: 'a catch-all that answers 400 round a parse of the input alone',
    source: `app.post('/books', (req, res) => {
  let book;
  try {
    book = JSON.parse(req.body);
  } catch {
    return res.status(400).json({ error: 'No JSON' });
  }
  res.json({ title: book.title });
});`,
    findings: [],
  },
  {
    name: 'a catch-all that answers 500 round a parse of the input',
    source: `app.post('/books', async (req, res) => {
  try {
    const body = JSON.parse(req.body);
    await shelf.index(body);
    res.json({ title: body.title });
  } catch {
    res.status(500).json({ error: 'Failed' });
  }
});`,
    findings: ['7 client-fault-is-4xx'],
  },
  {
    name: 'a catch-all that answers 500 to an error thrown because of the input',
    source: `app.post('/books', async (req, res) => {
  try {
    if (!req.body.title) throw new Error('No title');
    await shelf.index(req.body);
    res.json({ title: req.body.title });
  } catch {
    res.status(500).json({ error: 'Failed' });
  }
});`,
    findings: ['7 client-fault-is-4xx'],
  },
  {
    name: 'an error that is swallowed, and one that is rethrown as another',
    source: `app.post('/books', async (req, res) => {
  try {
    throw createError(401, 'Not yours');
  } catch (error) {
    logger.warn(error);
  }
  try {
    await shelf.index(req.body);
  } catch {
    throw createError(500, 'Failed');
  }
  res.json({ title: req.body.title });
});`,
    findings: [],
  },
  {
    name: 'an error that is made and never sent',
    source: `app.get('/books/:id', async (req, res) => {
  const book = await Book.findById(req.params.id);
  if (!book) logger.warn(createError(400, 'No such book'));
  res.json({ title: 'Unknown' });
});`,
    findings: [],
  },
  {
    name: 'the default of the framework with an error in its body',
    source: `app.get('/books/:id', async (req, res) => {
  const book = await Book.findById(req.params.id);
  if (!book) return res.json({ error: 'No such book' });
  res.json({ title: book.title });
});`,
    findings: ['3 error-in-success'],
  },
  {
    name: 'a status said again in the body, and one that differs',
    source: `app.get('/books/:id', async (req, res) => {
  const book = await Book.findById(req.params.id);
  if (!book) return res.status(404).json({ status: 404, error: 'No such book' });
  if (!book.isOpen) return res.status(200).json({ status: 409, error: 'Closed' });
  res.json({ title: book.title });
});`,
    findings: ['4 error-in-success'],
  },
  {
    name: 'a 404 that hides what somebody else owns',
    source: `app.get('/books/:id', requireAuth, async (req, res) => {
  const book = await Book.findById(req.params.id);
  if (!book || book.ownerId !== req.user.id) return res.status(404).json({ error: 'No such book' });
  if (book.editorId !== req.user.id) return res.status(404).json({ error: 'No such book' });
  res.json({ title: book.title });
});`,
    findings: [],
  },
  {
    name: 'a failed login, and the wrong current password of somebody who is logged in',
    source: `app.post('/login', async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  if (!user || !(await bcrypt.compare(req.body.password, user.hash))) return res.status(401).json({ error: 'Wrong' });
  res.json({ name: user.name });
});
app.put('/password', requireAuth, async (req, res) => {
  if (!(await bcrypt.compare(req.body.currentPassword, req.user.hash))) return res.status(403).json({ error: 'Wrong' });
  if (!(await bcrypt.compare(req.body.oldPassword, req.user.hash))) return res.status(401).json({ error: 'Wrong' });
  res.json({ name: req.user.name });
});`,
    findings: [],
  },
  {
    name: 'a condition that holds for a stranger and for a caller without permission',
    source: `app.get('/books', (req, res) => {
  if (!req.user || !req.user.isAdmin) return res.status(403).json({ error: 'No' });
  res.json({ title: 'All' });
});`,
    findings: [],
  },
  {
    name: 'a guard that nothing comes to',
    source: `app.get('/books/:id', requireAuth, async (req, res) => {
  if (!req.user) return res.status(401).json({ error: 'Log in' });
  res.json({ title: 'All' });
});`,
    findings: [],
  },
  {
    name: 'what has no status was not expected',
    source: `app.get('/books', async (req, res) => {
  try {
    res.json(await books.findAll());
  } catch (error) {
    res.status(error.status || 400).json({ error: 'Failed' });
  }
});`,
    findings: ['5 server-fault-is-5xx'],
  },
  {
    name: 'a link that has expired',
    source: `app.post('/reset/:id', async (req, res) => {
  const link = await links.findOne({ id: req.params.id });
  if (!link.expiresAt || link.expiresAt <= new Date()) return res.status(500).json({ error: 'Invalid' });
  res.json({ name: link.name });
});`,
    findings: ['3 client-fault-is-4xx'],
  },
  {
    name: 'a field set before an error is passed on',
    source: `app.delete('/books/:id', (req, res, next) => {
  res.set('Allow', 'GET');
  next(createError(405));
});
app.delete('/shelves/:id', (req, res, next) => {
  res.set('Allow', 'GET');
  return next({ status: 405, message: 'Shelves stay' });
});`,
    findings: [],
  },
  {
    name: 'a look-up that throws, answered as a failure that says what is missing',
    source: `app.get('/books/:id', async (req, res, next) => {
  try {
    res.json(await books.findOneOrFail(req.params.id));
  } catch (error) {
    return next({ status: 500, message: 'Book not found' });
  }
});`,
    findings: ['5 not-found-is-404'],
  },
  {
    name: 'procedures by name answer 200',
    source: `app.post('/books.create', async (req, res) => {
  const book = await books.create(req.body);
  res.json(book);
});
app.post('/books', async (req, res) => {
  const book = await books.create(req.body);
  res.json(book);
});
app.post('/tags', async (req, res) => {
  const tags = await createOrUpdateTags(req.body);
  res.json(tags);
});`,
    findings: ['7 created-is-201'],
  },
  {
    name: 'a setting of the server that a name holds',
    source: `app.post('/pictures', async (req, res) => {
  const { BUCKET } = process.env;
  if (BUCKET === undefined) return res.status(400).json({ error: 'BUCKET is not set' });
  const key = process.env.STORAGE_KEY;
  if (!key) return res.status(400).json({ error: 'No key' });
  const size = process.env.SIZE || req.query.size;
  if (!size) return res.status(400).json({ error: 'No size' });
  res.json({ url: await store(BUCKET, key, size) });
});`,
    findings: ['3 server-fault-is-5xx', '5 server-fault-is-5xx'],
  },
  {
    name: 'a table that joins users and teams tells who may',
    source: `app.get('/teams/:teamId', async (req, res) => {
  const session = await getServerSession(req);
  if (!session) return res.status(401).json({ error: 'Unauthorized' });
  const userTeam = await prisma.userTeam.findUnique({ where: { teamId: req.params.teamId, userId: session.user.id } });
  if (!userTeam) return res.status(401).json({ error: 'Unauthorized' });
  res.json({ name: 'Team' });
});`,
    findings: ['5 forbidden-for-authenticated'],
  },
  {
    name: 'what exists already, where only some of it stands in the way',
    source: `app.post('/signup', async (req, res) => {
  const existing = await User.findOne({ email: req.body.email });
  if (existing) {
    if (existing.verified) return res.status(400).json({ error: 'This user already exists' });
    if (existing.banned) return res.status(400).json({ error: 'This address is banned' });
  }
  await User.create(req.body);
  res.status(204).end();
});`,
    findings: ['4 conflict-is-409'],
  },
  {
    name: 'none of what belongs to what the URL names, and work on accounts that checks no credentials',
    source: `app.post('/teams/:teamId/sso', async (req, res) => {
  const connections = await sso.getConnections({ team: req.params.teamId });
  if (connections.length === 0) return res.status(400).json({ error: 'Set up a connection first' });
  try {
    await syncAuthUsers(connections);
    res.json({ name: 'Team' });
  } catch {
    res.status(500).json({ error: 'Failed' });
  }
});
app.get('/teams/:teamId', async (req, res) => {
  const team = await teams.findOne({ id: req.params.teamId });
  if (!team) return res.status(400).json({ error: 'Choose another team' });
  res.json({ name: team.name });
});`,
    findings: ['13 not-found-is-404'],
  },
  {
    name: 'how callers logged in is no permission',
    source: `app.post('/keys', requireAuth, async (req, res) => {
  if (req.auth.authType !== 'jwt') return res.status(401).json({ error: 'Log in with a password' });
  if (req.auth.role !== 'admin') return res.status(401).json({ error: 'Not yours' });
  res.status(204).end();
});`,
    findings: ['3 forbidden-for-authenticated'],
  },
  {
    name: 'whether what the caller shows still counts, and is of the right kind, is no permission',
    source: `app.get('/shelves', (req, res) => {
  const session = getSession(req);
  if (!session) return res.status(401).json({ error: 'Log in' });
  if (session.expires_at !== never && session.expires_at <= Date.now()) return res.status(401).json({ error: 'Log in' });
  if (session.plan !== 'reader') return res.status(401).json({ error: 'Readers only' });
  res.json({ name: 'Shelf' });
});
app.get('/proxy', async (req, res) => {
  const { payload } = await jwtVerify(req.get('X-Token'), secret);
  if (payload.type !== 'proxy') return res.status(401).json({ error: 'Wrong token' });
  if (payload.role !== 'proxy') return res.status(401).json({ error: 'Wrong role' });
  res.json({ name: 'Proxy' });
});`,
    findings: ['5 forbidden-for-authenticated', '11 forbidden-for-authenticated'],
  },
  {
    name: 'the account behind a token, and a tie of its own',
    source: `app.get('/me', requireAuth, async (req, res) => {
  const owner = await accountOwners.findFirst({ where: { id: req.user.accountId } });
  if (!owner) return res.status(401).json({ error: 'invalid_token' });
  const ownership = await owners.findFirst({ where: { accountId: req.user.accountId } });
  if (!ownership) return res.status(401).json({ error: 'Owners only' });
  res.json({ name: owner.name });
});`,
    findings: ['5 forbidden-for-authenticated'],
  },
  {
    name: 'a password that confirms a new one, and one that logs in',
    source: `async function changePassword(updates, user) {
  if (updates.password && updates.newPassword) {
    const match = await bcrypt.compare(updates.password, user.password);
    if (!match) throw createError(403, 'Incorrect password');
  }
}
async function login(given, user) {
  const match = await bcrypt.compare(given.password, user.password);
  if (!match) throw createError(403, 'Incorrect password');
}`,
    findings: ['9 unauthorized-for-anonymous'],
  },
  {
    name: 'a token against forged requests, and one of the caller',
    source: `app.post('/forms', (req, res, next) => {
  if (!validateToken(req)) return res.status(403).json({ error: 'CSRF token validation failed' });
  next();
});
app.post('/orders', (req, res, next) => {
  if (!validateToken(req)) return res.status(403).json({ error: 'Token validation failed' });
  next();
});`,
    findings: ['6 unauthorized-for-anonymous'],
  },
  {
    name: 'a callback that is told that the token is no good, or that it could not be signed',
    source: `const authenticate = (req, res, next) => jwt.verify(req.get('X-Token'), secret, (err, user) => {
  if (err) return res.sendStatus(403);
  next();
});
app.post('/refresh', (req, res) => {
  jwt.verify(req.body.token, secret, function (err, user) {
    if (err) return res.status(500).json({ error: 'Failed' });
    res.json({ name: user.name });
  });
  jwt.sign(req.body, secret, (err, token) => {
    if (err) return res.status(500).json({ error: 'Failed' });
    res.json({ token });
  });
});`,
    findings: ['2 unauthorized-for-anonymous', '7 client-fault-is-4xx'],
  },
  {
    name: 'what was made out of a token says whether somebody logged in, and what they may do',
    source: `app.get('/metrics', async (req, res) => {
  const permissions = resolvePermissions(await decodeToken(req));
  if (permissions.isAuthenticated !== true) return res.status(403).json({ error: 'Unauthorized' });
  if (!permissions.isAdmin) return res.status(403).json({ error: 'Unauthorized' });
  res.json({ name: 'Metrics' });
});`,
    findings: ['3 unauthorized-for-anonymous', '3 reason-phrase', '4 reason-phrase'],
  },
  {
    name: 'the user from the session is the caller',
    source: `app.delete('/keys/:id', async (req, res) => {
  const user = await userFromSession(req, res);
  if (!user) return res.status(403).json({ error: 'Who are you' });
  res.status(204).end();
});`,
    findings: ['3 unauthorized-for-anonymous'],
  },
  {
    name: 'a creation told by the id it was given, and one by a method that makes something new',
    source: `app.post('/users', (req, res) => {
  const id = uuid.v4();
  Users.insertUser(id, req.body.name);
  res.status(200).json({ status: 'ok', data: { id } });
});
app.post('/threads', async (req, res) => {
  const { thread } = await Thread.new(req.body);
  res.status(200).json({ thread });
});
app.post('/replies', async (req, res) => {
  const { reply } = await Thread.newest(req.body);
  res.status(200).json({ reply });
});`,
    findings: ['4 created-is-201', '8 created-is-201'],
  },
  {
    name: 'an error beside nothing is all there is, beside a result it may be one of several',
    source: `app.get('/invites/:code', async (req, res) => {
  const invite = await Invite.find(req.params.code);
  if (!invite) return res.status(200).json({ invite: null, error: 'No such invite' });
  res.status(200).json({ invite, error: 'Some guests are missing' });
});`,
    findings: ['3 error-in-success'],
  },
  {
    name: 'a code that asks by itself who calls',
    source: `app.get('/books', optionalAuth, async (req, res) => {
  if (!(await hasPermission(req.user, 'books'))) return res.status(req.user ? 403 : 401).json({ error: 'No' });
  res.json({ name: 'Books' });
});`,
    findings: [],
  },
  {
    name: 'what exists already, by a count, and by belonging to somebody else',
    source: `app.post('/invitations', async (req, res) => {
  const memberExists = await countMembers({ where: { email: req.body.email } });
  if (memberExists) return res.status(400).json({ error: 'This user is already a member' });
  const collisions = await isTeamExists(req.body.slug);
  if (collisions > 0) return res.status(400).json({ error: 'This team already exists' });
  const owners = await countOwners(req.body.team);
  if (owners <= 1) return res.status(400).json({ error: 'One owner has to stay' });
  await createInvitation(req.body);
  res.status(204).end();
});
app.put('/me', requireAuth, async (req, res) => {
  const user = await getUser({ email: req.body.email });
  if (user && user.id !== req.user.id) return res.status(400).json({ error: 'This address already has an account' });
  const [named] = await db.select().from(users).where(eq(users.name, req.body.name)).limit(1);
  if (named && named.id !== req.user.id) return res.status(400).json({ error: 'This name is already taken' });
  await updateUser(req.user.id, req.body);
  res.status(204).end();
});`,
    findings: ['3 conflict-is-409', '5 conflict-is-409', '13 conflict-is-409', '15 conflict-is-409'],
  },
  {
    name: 'what is made, inside what is told of it',
    source: `app.post('/keys', async (req, res) => {
  const key = await keys.create({ label: req.body.label });
  res.json({ result: { keyId: key.id } });
});`,
    findings: ['3 created-is-201'],
  },
  {
    name: 'where work stands in a queue, and a web hook of the own database',
    source: `app.post('/scans', async (req, res) => {
  const queueId = await insertScan(req.body);
  res.json({ result: { queueId } });
});
app.post('/webhooks/:id/test', async (req, res) => {
  const webhook = await getWebhook(Number.parseInt(req.params.id));
  if (!webhook) return res.status(400).json({ error: 'Webhook not found' });
  res.json({ sent: await sendTo(webhook) });
});`,
    findings: ['7 not-found-is-404'],
  },
  {
    name: 'what is told what to say, and a handler of whatever is thrown',
    source: `const failed = (error: Error | string, code: number, hint?: string) => app.locals.res.status(500).json({ error });
app.use((error: string | Error, req, res, next) => {
  res.status(500).json({ error: error.message || 'Failed' });
});`,
    findings: ['3 error-detail-leak'],
  },
  {
    name: 'what is wanted tells how a failure is met, not why',
    source: `app.post('/pages/:id/parts', async (req, res) => {
  const { action } = req.body;
  const page = await pages.findById(req.params.id);
  let layout;
  try {
    const result = Layout.safeParse(JSON.parse(page.layout));
    if (!result.success) {
      if (action === 'add') layout = { parts: [] };
      else return res.status(500).json({ error: 'The page has no layout that can be read' });
    } else layout = result.data;
  } catch {
    if (action === 'add') layout = { parts: [] };
    else return res.status(500).json({ error: 'The layout of the page is no JSON' });
  }
  if (action === 'add') return res.json(layout);
  else return res.status(500).json({ error: 'No such action' });
});`,
    findings: ['16 client-fault-is-4xx'],
  },
  {
    name: 'a token that is no good is no lack of permission, whoever the caller is',
    source: `app.post('/exchange', async (req, res) => {
  const claims = await jwt.verify(bearerOf(req), secret);
  if (!claims) return res.status(401).json({ error: 'Invalid access token' });
  if (!(await isLive(claims))) return res.status(401).json({ error: 'Invalid access token' });
  if (!(await isOpen(claims))) return res.status(401).json({ error: 'You are not allowed to do this' });
  res.json({ claims });
});`,
    findings: ['5 forbidden-for-authenticated'],
  },
  {
    name: 'a password that is compared by hand is a check of credentials; one that is typed twice is input',
    source: `app.post('/login', async (req, res) => {
  const user = await users.findByEmail(req.body.email);
  if (!user || user.password !== req.body.password) return res.status(403).json({ error: 'Invalid credentials' });
  res.json({ token: issue(user) });
});
app.post('/register', async (req, res) => {
  if (req.body.password !== req.body.repeated) return res.status(403).json({ error: 'Type it twice' });
  res.status(202).json({ status: 'mailed' });
});`,
    findings: ['3 unauthorized-for-anonymous'],
  },
  {
    name: 'what is sent behind a missing return has no part of the response before it',
    source: `app.put('/shelves/:id', requireAuth, async (req, res) => {
  if (!req.user.isAdmin) {
    res.status(401).json({ error: 'Administrators only' });
  }
  res.json(await shelves.replace(req.params.id, req.body));
});`,
    findings: ['3 forbidden-for-authenticated', '3 response-after-response'],
  },
  {
    name: '“Not allowed” is said of permission as of methods',
    source: `app.get('/reports', (req, res) => {
  if (!req.user) return res.status(401).json({ error: 'Not allowed' });
  if (!req.user.isStaff) return res.status(403).json({ error: 'Not allowed' });
  if (!req.user.isWriter) return res.status(403).json({ error: 'Method not allowed' });
  res.json({ reports: [] });
});`,
    findings: ['4 reason-phrase'],
  },
  {
    name: 'what is created or updated with what the request gives may not be new',
    source: `app.post('/tags', async (req, res) => {
  const { tags } = req.body;
  const newOrUpdated = await createOrUpdateTags(tags);
  res.json({ tags: newOrUpdated });
});
app.post('/labels', async (req, res) => {
  const { labels } = req.body;
  const made = await createLabels(labels);
  res.json({ labels: made });
});`,
    findings: ['9 created-is-201'],
  },
  {
    name: 'a feature that whoever runs the server does without',
    source: `app.post('/payments', async (req, res) => {
  if (!process.env.STRIPE_KEY) return res.status(400).json({ error: 'Payments are disabled.' });
  if (!process.env.STRIPE_SECRET) return res.status(400).json({ error: 'Stripe has no secret.' });
  res.json({ open: true });
});`,
    findings: ['3 server-fault-is-5xx'],
  },
  {
    name: 'a code that is chosen by how much failed',
    source: `app.post('/pauses', async (req, res) => {
  const { paused, failures } = await pauseAll(req.body.ids);
  if (failures.length > 0) return res.status(paused === 0 ? 409 : 200).json({ success: false, failures });
  if (!paused) return res.status(200).json({ success: false });
  res.json({ paused });
});`,
    findings: ['4 error-in-success'],
  },
  {
    name: 'what is piped where this was sent long before',
    source: `app.get('/covers/:id', async (req, res) => {
  if (!req.query.size) return res.status(400).end();
  const cover = await covers.open(req.params.id);
  if (!cover) {
    res.status(404);
    res.write('No cover');
    return res.end();
  }
  cover.pipe(res);
});`,
    findings: ['2 error-body'],
  },
  {
    name: 'of the two arms of a choice, each is a response of its own',
    source: `app.get('/books/:id', async (req, res) => {
  const book = await books.find(req.params.id);
  return book ? res.json(book) : res.status(404).end();
});
app.put('/books/:id', async (req, res) => {
  try {
    await books.write(req.params.id);
    res.json({ done: true });
  } catch (error) {
    return error.message === 'No book' ? res.status(404).json({ error: 'No book' }) : res.status(500).send(error.message);
  }
});
app.put('/shelves/:id', async (req, res) => {
  try {
    await shelves.write(req.params.id);
    res.json({ done: true });
  } catch (error) {
    if (req.query.short) return res.status(500).end();
    else return res.status(500).json({ error: 'Not written' });
  }
});`,
    findings: ['3 error-body', '10 error-detail-leak', '18 error-body'],
  },
  {
    name: 'who asks the request who calls',
    source: `app.get('/shelves/:id', async (req, res) => {
  const user = await verifyUser({ req, res });
  if (!user) return;
  const shelf = await shelves.find(req.params.id);
  if (!(shelf?.ownerId === user.id || shelf?.isOpen)) return res.status(401).json({ error: 'Permission denied' });
  res.json(shelf);
});
app.get('/tickets/:id', async (req, res) => {
  const token = readToken(req);
  const ticket = await tickets.find(token.subject);
  if (ticket.seat !== req.params.seat) return res.status(401).json({ error: 'Wrong seat' });
  res.json(ticket);
});`,
    findings: ['5 forbidden-for-authenticated'],
  },
  {
    name: 'without a session nobody is known either',
    source: `app.use('/shelf', (req, res, next) => {
  if (!req.session || !req.session.user || !req.session.user.id) return res.status(403).send('Closed');
  next();
});
app.use('/loans', (req, res, next) => {
  if (!req.body || !req.session.user) return res.status(403).send('Closed');
  next();
});`,
    findings: ['2 unauthorized-for-anonymous'],
  },
  {
    name: 'there is one already, and the request does not want to replace it',
    source: `app.post('/groups', async (req, res) => {
  const { replaces, name } = Group.parse(req.body);
  const existing = await groups.findByName(name);
  if (!existing) return res.status(201).location('/groups/1').json(await groups.create({ name }));
  if (!replaces) return res.status(400).json({ error: 'The group already exists' });
  if (!name) return res.status(400).json({ error: 'The group has no name' });
  res.json(existing);
});`,
    findings: ['5 conflict-is-409'],
  },
  {
    name: 'codes that a condition on the way rules out',
    source: `app.use((err, req, res, next) => {
  const status = err.status || 500;
  if (status === 500) return res.status(500).json({ error: 'Failed' });
  res.status(status).json({ error: err.message });
});
app.use((err, req, res, next) => {
  const status = err.status || 500;
  if (status >= 500) logger.error(err);
  if (!(status < 500 || isTest)) return res.status(status).json({ error: 'Failed' });
  if (status > 499) return res.status(status).json({ error: 'Failed' });
  return res.status(status).json({ error: err.message });
});
app.use((err, req, res, next) => {
  const status = err.status || 500;
  if (status === 503) return res.status(status).json({ error: 'Come back later' });
  return res.status(status).json({ error: err.message });
});`,
    findings: ['14 error-detail-leak'],
  },
];

const before = "import express from 'express'; import createError from 'http-errors'; const app = express(); ";

reportedOf('what is reported of handlers as people write them', cases, { before, isJudged: isNoChallenge });
