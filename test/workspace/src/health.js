import { createServer } from 'node:http';
import { database } from './store.js';

const allowed = ['GET', 'HEAD'];

createServer(async (request, response) => {
  if (!allowed.includes(request.method)) {
    response.writeHead(405, { Allow: allowed.join(', ') });
    response.end('Only GET and HEAD\n');
    return;
  }
  const healthy = await database.ping();
  if (!healthy) {
    response.writeHead(503, { 'Retry-After': '30', 'Content-Type': 'text/plain' });
    response.end('The database does not answer\n');
    return;
  }
  response.writeHead(200, { 'Content-Type': 'text/plain' });
  response.end('ok\n');
}).listen(8080);
