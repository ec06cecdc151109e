import { type HandlerCase, isNoChallenge, reportedOf } from '../../support/handlerCases.ts';

/** Handlers of services on Express and Fastify whose framework, headers or caller show less than usual: lines and rules. */
const cases: readonly HandlerCase[] = [
  {
    name: 'a plugin that gets its Fastify from outside, and calls the reply a response',
    path: 'routes/shelves.js',
    source: `module.exports = async function (app) {
  app.get('/shelves/:id', async (request, response) => {
    const shelf = await shelves.find(request.params.id)
    if (!shelf) return response.code(404).send({ error: 'No such shelf' })
    if (shelf.isClosed) return response.header('x-lock', '1').code(403).send({ error: 'Not for you' })
    if (!shelf.books) return response.code(400).send({ error: 'No books' })
    response.status(200).send(shelf)
  })
  app.get('/shelves', async (request, response) => {
    if (!request.query.city) response.send({ error: 'No city' })
  })
}`,
    findings: ['10 error-in-success'],
  },
  {
    name: 'a comment between the links of a chain, in a file that imports nothing',
    path: 'controllers/blobs.js',
    source: `async function ranged(req, res) {
  if (req.length < req.start) {
    return res
      .status(416) // Range Not Satisfiable
      .set('Content-Range', \`bytes */\${req.length}\`)
      .send('Too far')
  }
  return res
    .status(416) /* Range Not Satisfiable */
    .set('X-Length', '7')
    .send('Too far')
}`,
    findings: ['9 content-range-on-416'],
  },
  {
    name: 'who says how long the content would be answers a HEAD',
    path: 'controllers/blobs.js',
    source: `async function measure(req, res) {
  res.setHeader('Content-Length', await blobs.sizeOf(req.params.id))
  res.status(200).end()
}
async function empty(req, res) {
  res.setHeader('Content-Length', '0')
  res.status(200).end()
}`,
    findings: ['7 no-content-is-204'],
  },
  {
    name: 'the caller, known already, gives the password once more',
    path: 'controllers/accounts.js',
    source: `async function leave(req, res) {
  const userId = sessions.getLoggedInUserId(req.session)
  const user = await accounts.authenticate({ _id: userId }, req.body.password)
  if (!user) return res.status(403).json({ error: 'That is not the password' })
  await accounts.remove(userId)
  res.json({ gone: true })
}
async function enter(req, res) {
  const user = await accounts.authenticate({ name: req.body.name }, req.body.password)
  if (!user) return res.status(403).json({ error: 'That is not the password' })
  res.json({ user })
}`,
    findings: ['10 unauthorized-for-anonymous'],
  },
  {
    name: 'what a part of something found leads to is not what the URL names',
    path: 'controllers/files.js',
    source: `async function refresh(req, res) {
  const { file } = await files.findById(req.params.id)
  const { provider } = file
  const agent = await findAgent(provider)
  if (agent == null) return res.status(400).json({ error: 'No agent' })
  const shelf = await shelves.findOne({ id: req.params.shelfId })
  if (shelf == null) return res.status(400).json({ error: 'No shelf' })
  res.json({ agent })
}`,
    findings: ['7 not-found-is-404'],
  },
  {
    name: 'a callback is told what is wrong with a token, where a call without one throws',
    path: 'middleware/auth.js',
    source: `function told(req, res, next) {
  try {
    jwt.verify(req.header('x-token'), secret, (error, claims) => {
      if (error) return res.status(401).json({ message: 'No good' })
      req.user = claims
      next()
    })
  } catch (error) {
    res.status(500).json({ message: 'Something broke' })
  }
}
function thrown(req, res, next) {
  try {
    req.user = jwt.verify(req.header('x-token'), secret)
    next()
  } catch (error) {
    res.status(500).json({ message: 'Something broke' })
  }
}`,
    findings: ['17 client-fault-is-4xx'],
  },
  {
    name: 'what validates, whatever its method is called',
    path: 'api/shelves.js',
    source: `function list(req, res) {
  try {
    validate.query('shelves', req.query)
  } catch (error) {
    return res.status(400).json({ message: 'Not so' })
  }
  try {
    database.query('shelves', req.query)
  } catch (error) {
    return res.status(400).json({ message: 'Not so' })
  }
  res.json(shelves)
}`,
    findings: ['10 server-fault-is-5xx'],
  },
  {
    name: 'stories of components answer nobody',
    path: 'src/message.stories.jsx',
    source: `export const Refused = () => <Message error={new Failure(new Response(null, { status: 403 }))} />;`,
    findings: [],
  },
];

reportedOf('Handlers of services on Express and Fastify', cases, { path: 'src/handlers.js', isJudged: isNoChallenge });
