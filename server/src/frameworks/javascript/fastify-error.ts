import { framework } from '../framework.ts';

/** Makes error classes: the status is the third argument. */
export const fastifyError = framework({
  name: 'fastify-error',
  title: '@fastify/error',
  family: 'javascript',
  side: 'server',
  imports: ['@fastify/error'],
  moduleName: 'createError',
  raise: ['createError(NAME, MESSAGE, STATUS, ...REST)'],
});
