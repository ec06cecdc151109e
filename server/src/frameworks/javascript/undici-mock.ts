import { framework } from '../framework.ts';

export const undiciMock = framework({
  name: 'undici-mock',
  title: 'undici MockAgent',
  family: 'javascript',
  side: 'test',
  imports: ['undici'],
  receivers: {
    AGENT: { names: ['mockAgent', 'agent'], made: ['new MockAgent(...OPTIONS)'] },
    POOL: { names: ['mockPool', 'mockClient', 'pool', 'client', 'interceptor'], made: ['AGENT.get(URL)'] },
  },
  read: ['POOL.reply(STATUS, ...REST)'],
});
