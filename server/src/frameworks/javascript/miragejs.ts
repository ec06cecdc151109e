import { framework } from '../framework.ts';

export const miragejs = framework({
  name: 'miragejs',
  title: 'Mirage JS',
  family: 'javascript',
  side: 'test',
  imports: ['miragejs', 'ember-cli-mirage'],
  read: ['new Response(STATUS, HEADERS?, BODY?)'],
});
