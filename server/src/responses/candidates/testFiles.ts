import type { ImportView } from '../../languages/views.ts';

const testPath =
  /(?:^|\/)(?:__tests__|__mocks__|tests?|specs?|e2e|cypress|mocks|msw|playwright)\/|[._-](?:test|tests|spec|cy|e2e|mock|mocks|stories)\.[cm]?[jt]sx?$|(?:^|\/)(?:test_[^/]*|[^/]*_tests?|tests|conftest)\.py$/;
const testModules =
  /^(?:vitest|jest|@jest\/.*|mocha|chai|sinon|ava|tap|node:test|bun:test|@playwright\/test|cypress|supertest|nock|msw|msw\/.*|@testing-library\/.*|k6|k6\/.*|node-mocks-http|jest-fetch-mock|fetch-mock|axios-mock-adapter|pytest|unittest(?:\..*)?|django\.test(?:\..*)?|rest_framework\.test|(?:fastapi|starlette)\.testclient|responses|respx|requests_mock|aioresponses|httpretty|flask_testing|webtest)$/;

/** True of files that say what answers should be, by their place or by what they import. */
export function isTestFile(path: string, imports: readonly ImportView[]): boolean {
  return testPath.test(path) || imports.some(({ source }) => testModules.test(source));
}
