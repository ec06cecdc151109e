import { framework } from '../framework.ts';

/** A bare number is the status of the mocked answer. */
export const fetchMock = framework({
  name: 'fetch-mock',
  title: 'fetch-mock',
  family: 'javascript',
  side: 'test',
  imports: ['fetch-mock', 'fetch-mock/*', '@fetch-mock/*', 'fetch-mock-jest'],
  moduleName: 'fetchMock',
  receivers: {
    FETCH: { names: ['fetchMock', 'fetch', 'mock'], written: ['fetchMock'], made: ['fetchMock.sandbox(...OPTIONS)'] },
  },
  read: [
    'FETCH.METHOD(URL, STATUS, ...REST)',
    'FETCH.mock(URL, STATUS, ...REST)',
    'FETCH.route(URL, STATUS, ...REST)',
    'FETCH.once(URL, STATUS, ...REST)',
    'FETCH.getOnce(URL, STATUS, ...REST)',
    'FETCH.postOnce(URL, STATUS, ...REST)',
    'FETCH.putOnce(URL, STATUS, ...REST)',
    'FETCH.patchOnce(URL, STATUS, ...REST)',
    'FETCH.deleteOnce(URL, STATUS, ...REST)',
    'FETCH.catch(STATUS)',
  ],
});
