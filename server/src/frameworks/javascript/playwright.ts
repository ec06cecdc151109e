import { framework } from '../framework.ts';

export const playwright = framework({
  name: 'playwright',
  title: 'Playwright',
  family: 'javascript',
  side: 'test',
  imports: ['@playwright/test', 'playwright', 'playwright/*', 'playwright-core'],
  receivers: { ROUTE: { names: ['route', 'r'], types: ['Route'] } },
  read: ['ROUTE.fulfill({ status: STATUS })'],
});
