import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { defaultConfiguration } from '../../../server/src/configuration/configuration.ts';
import { ready } from '../../support/ready.ts';

const source = `import type { NextApiRequest, NextApiResponse } from 'next';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const { method } = req;
  switch (method) {
    case 'GET':
      return handleGet(req, res);
    case 'POST':
      return handlePost(req, res);
    case 'PUT':
    case 'PATCH':
      return change(req, res);
    default:
      audit(req, res);
      res.setHeader('Allow', 'GET, POST, PUT, PATCH');
      res.status(405).json({ error: 'Not here' });
  }
}

const handleGet = async (req: NextApiRequest, res: NextApiResponse) => {
  res.status(200).json({ books: await listBooks() });
};

const handlePost = async (req: NextApiRequest, res: NextApiResponse) => {
  const book = await createBook(req.body);
  res.status(200).json({ data: book });
};

async function change(req: NextApiRequest, res: NextApiResponse) {
  await changeBook(req.body);
  res.status(204).end();
}

function audit(req: NextApiRequest, res: NextApiResponse) {
  if (!req.query.key) res.status(400).json({ error: 'Which key?' });
}
`;

suite('functions that a handler leaves a method to', () => {
  test('answer its route, for that method', async () => {
    const { document, analysis } = await ready(source, defaultConfiguration, 'pages/api/books.ts');
    const answers = analysis?.responses.map(({ sentAt, handler }) => {
      const methods = handler?.methods.join(' ') || 'any method';
      return `${document.positionAt(sentAt.start).line + 1} ${methods} ${handler?.route ?? 'of no route'}`;
    });
    assert.deepEqual(answers, [
      '16 any method /api/books',
      '21 GET /api/books',
      '26 POST /api/books',
      '31 PUT PATCH /api/books',
      '35 any method of no route',
    ]);
  });

  test('are judged by it', async () => {
    const { document, findings } = await ready(source, defaultConfiguration, 'pages/api/books.ts');
    assert.deepEqual(
      findings.map(({ node, rule }) => `${document.positionAt(node.start).line + 1} ${rule.id}`),
      ['26 created-is-201'],
    );
  });
});
