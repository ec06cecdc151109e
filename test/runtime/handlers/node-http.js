import { createServer } from 'node:http';
import { readJson, userOf, users } from '../store.js';

async function answer(req, res) {
  if (req.url === '/reports') {
    res.writeHead(503, { 'Content-Type': 'application/json' });
    res.end(JSON.stringify({ error: 'maintenance' }));
    return;
  }
  if (req.method === 'POST') {
    const user = await users.create(await readJson(req));
    res.writeHead(201, { 'Content-Type': 'application/json' });
    res.end(JSON.stringify(user));
  } else if (req.method === 'PUT') {
    res.statusCode = 204;
    res.end(JSON.stringify({ updated: true }));
  } else if (req.method === 'DELETE') {
    req.user = userOf(req.headers);
    if (!req.user) {
      res.writeHead(401, { 'WWW-Authenticate': 'Bearer' });
      res.end();
      return;
    }
    if (req.user.role !== 'admin') {
      res.writeHead(401);
      res.end('Admins only');
      return;
    }
    res.writeHead(204);
    res.end();
  } else {
    res.writeHead(405);
    res.end('No');
  }
}

export function start() {
  return new Promise((resolve) => {
    const server = createServer(answer);
    server.listen(0, '127.0.0.1', () => resolve({ port: server.address().port, stop: () => server.close() }));
  });
}
