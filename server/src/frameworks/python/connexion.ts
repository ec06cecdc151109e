import { framework } from '../framework.ts';
import { flask } from './flask.ts';

export const connexion = framework({
  ...flask,
  name: 'connexion',
  title: 'Connexion',
  imports: ['connexion', 'connexion.*'],
  signs: /\bconnexion\b/,
  make: [
    ['return NoContent, CODE', { body: 'none' }],
    ['return NoContent, CODE, HEADERS', { body: 'none' }],
    'problem(status=STATUS, title=MESSAGE, detail=BODY?, *_, headers=HEADERS?)',
    'ConnexionResponse(status_code=STATUS?, *_, body=BODY?, headers=HEADERS?)',
    ...(flask.make ?? []),
  ],
  raise: ['ProblemException(status=STATUS, *_, title=MESSAGE?, detail=BODY?)', ...(flask.raise ?? [])],
  reasons: { ...flask.reasons, OAuthProblem: 401, OAuthScopeProblem: 403 },
});
