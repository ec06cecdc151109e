import { framework } from '../framework.ts';

export const supertest = framework({
  name: 'supertest',
  title: 'supertest',
  family: 'javascript',
  side: 'test',
  imports: ['supertest', 'superwstest', 'supertest-session', 'pactum'],
  moduleName: 'supertest',
  receivers: {
    REQUEST: {
      names: ['request', 'agent', 'api', 'server', 'app', 'http'],
      made: ['supertest(...APP)', 'supertest.agent(...APP)', 'agent(...APP)', 'spec(...OPTIONS)'],
    },
  },
  // `.expect('Not Found')` is the body
  read: ['REQUEST.expect(CODE, ...REST)', 'REQUEST.expectStatus(STATUS)'],
});
