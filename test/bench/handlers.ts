const resources = [
  'users',
  'orders',
  'invoices',
  'teams',
  'projects',
  'comments',
  'files',
  'tokens',
  'events',
  'notes',
];

const head = `const express = require('express');
const { requireAuth } = require('./auth');
const store = require('./store');

const router = express.Router();
`;

/** An Express file of so many lines, with the handlers that files of this size have. */
export function expressFile(lines: number): string {
  const text: string[] = head.split('\n');
  for (let index = 0; text.length < lines - 1; index++) text.push(...handlers(index));
  // Cut between two handlers, then filled, so that the text parses.
  while (text.length > lines - 1) text.splice(text.lastIndexOf('', text.length - 2));
  while (text.length < lines - 1) text.push('// end of the routes');
  return [...text, 'module.exports = router;'].join('\n');
}

function handlers(index: number): string[] {
  const resource = `${resources[index % resources.length]}${Math.floor(index / resources.length) || ''}`;
  const [one, path] = [resource.replace(/s(?=\d*$)/, ''), `/${resource}`];
  return `
router.get('${path}/:id', async (req, res) => {
  const ${one} = await store.${resource}.findById(req.params.id);
  if (!${one}) return res.status(404).json({ error: 'not_found', message: 'No such ${one}.' });
  res.json(${one});
});

router.post('${path}', requireAuth, async (req, res, next) => {
  try {
    if (!req.body.name) {
      return res.status(400).json({ error: 'invalid', message: 'A name is needed.', field: 'name' });
    }
    if (req.user.role !== 'editor') {
      return res.status(401).json({ error: 'forbidden', message: 'Editors only.' });
    }
    const ${one} = await store.${resource}.create(req.body);
    res.status(201).json(${one});
  } catch (error) {
    next(error);
  }
});

router.delete('${path}/:id', requireAuth, async (req, res) => {
  const deleted = await store.${resource}.remove(req.params.id, { timeout: 500 });
  if (!deleted) return res.sendStatus(404);
  res.status(204).end();
});`.split('\n');
}
