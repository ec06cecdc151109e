import { framework } from '../framework.ts';

/** Tests of Cypress import nothing: `cy` is a global. */
export const cypress = framework({
  name: 'cypress',
  title: 'Cypress',
  family: 'javascript',
  side: 'test',
  imports: ['cypress'],
  withoutImport: true,
  receivers: {
    REQ: { names: ['req', 'request'], within: ['intercept'] },
  },
  read: [
    'REQ.reply({ statusCode: STATUS })',
    'REQ.reply(STATUS, ...REST)',
    'cy.intercept(METHODS, URL, { statusCode: STATUS })',
    'cy.intercept(URL, { statusCode: STATUS })',
  ],
});
