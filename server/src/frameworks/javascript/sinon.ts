import { framework } from '../framework.ts';

/** Sinon's fake servers. */
export const sinon = framework({
  name: 'sinon',
  title: 'Sinon',
  family: 'javascript',
  side: 'test',
  imports: ['sinon', 'nise'],
  moduleName: 'sinon',
  receivers: { SERVER: { names: ['server', 'fakeServer'], made: ['sinon.fakeServer.create(...OPTIONS)'] } },
  read: [
    'SERVER.respondWith([STATUS, HEADERS, BODY])',
    'SERVER.respondWith(URL, [STATUS, HEADERS, BODY])',
    'SERVER.respondWith(METHODS, URL, [STATUS, HEADERS, BODY])',
    'REQUEST.respond(STATUS, HEADERS, BODY?)',
  ],
});
