import { framework } from '../framework.ts';

export const axiosMockAdapter = framework({
  name: 'axios-mock-adapter',
  title: 'axios-mock-adapter',
  family: 'javascript',
  side: 'test',
  imports: ['axios-mock-adapter'],
  moduleName: 'MockAdapter',
  receivers: {
    MOCK: { names: ['mock', 'mockAxios', 'axiosMock', 'mockAdapter'], made: ['new MockAdapter(...OPTIONS)'] },
  },
  read: ['MOCK.reply(STATUS, ...REST)', 'MOCK.replyOnce(STATUS, ...REST)'],
});
