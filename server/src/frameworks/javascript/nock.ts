import { framework } from '../framework.ts';

export const nock = framework({
  name: 'nock',
  title: 'nock',
  family: 'javascript',
  side: 'test',
  imports: ['nock'],
  moduleName: 'nock',
  receivers: { SCOPE: { names: ['scope', 'interceptor', 'api', 'mock', 'server'], made: ['nock(...OPTIONS)'] } },
  read: ['SCOPE.reply(STATUS, ...REST)', 'SCOPE.replyWithFile(STATUS, ...REST)'],
});
