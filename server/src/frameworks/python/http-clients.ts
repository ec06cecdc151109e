import { framework } from '../framework.ts';

/** Responses that tests of clients make up. */
export const httpClients = framework({
  name: 'http-clients',
  title: 'HTTP clients',
  family: 'python',
  side: 'client',
  imports: ['httpx', 'respx', 'requests', 'requests_mock', 'responses', 'aioresponses', 'httpretty', 'pytest_httpx'],
  read: ['Response(status_code=STATUS)', 'ANY.respond(status_code=STATUS)', 'ANY.reply(STATUS)'],
});
