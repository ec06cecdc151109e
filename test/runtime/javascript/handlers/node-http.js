import { createServer } from 'node:http';
import { payments, readJson, userOf, users } from '../store.js';

async function answer(req, res) {
  if (req.url === '/reports') {
    res.writeHead(503, { 'Content-Type': 'application/json' });
    res.end(JSON.stringify({ error: 'maintenance' }));
    return;
  }
  if (req.url === '/old-reports') {
    res.writeHead(308, { Location: '/reports' });
    res.end();
    return;
  }
  if (req.url === '/broken') {
    res.writeHead(500);
    res.end('broken');
    return;
  }
  if (req.url.startsWith('/teams/')) {
    res.writeHead(404);
    res.end();
    return;
  }
  if (req.url === '/payments') {
    try {
      res.end(JSON.stringify(await payments.create(await readJson(req))));
    } catch (error) {
      res.writeHead(400);
      res.end('payment failed');
    }
    return;
  }
  if (req.url === '/orders') {
    const { quantity } = await readJson(req);
    if (!Number.isInteger(quantity)) {
      res.statusCode = 422;
      res.end('A quantity is a number.');
      return;
    }
    res.statusCode = quantity > 100 ? 409 : 202;
    res.setHeader('Location', '/orders/3');
    res.end(JSON.stringify({ quantity }));
    return;
  }
  if (req.method === 'POST') {
    const input = await readJson(req);
    if (!input.name) {
      res.writeHead(400);
      res.end('a name is needed');
    }
    const user = await users.create(input);
    res.writeHead(201, { 'Content-Type': 'application/json' });
    res.end(JSON.stringify(user));
  } else if (req.method === 'GET') {
    const user = await users.findById(req.url.split('/').at(-1));
    if (!user) {
      res.writeHead(404);
      res.end('no such user');
      return;
    }
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
