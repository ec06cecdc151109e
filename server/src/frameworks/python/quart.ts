import { framework } from '../framework.ts';
import { flask } from './flask.ts';

/** Answers as Flask does. */
export const quart = framework({
  ...flask,
  name: 'quart',
  title: 'Quart',
  imports: ['quart', 'quart.*', 'quart_auth'],
  signs: /\bQuart\(/,
});
