import { framework } from '../framework.ts';
import { flask } from './flask.ts';

/** Answers as Flask does. */
export const quart = framework({
  ...flask,
  name: 'quart',
  title: 'Quart',
  imports: ['quart', 'quart.*', 'quart_auth', 'quart_schema'],
  signs: /\bQuart\(/,
  declare: [
    ...(flask.declare ?? []),
    // Quart-Schema: what the answer is checked against
    '@validate_response(ANY_MODEL, status_code=STATUS)',
  ],
});
