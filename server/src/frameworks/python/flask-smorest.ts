import { framework } from '../framework.ts';

/** Its decorator sets the status of what Flask answers; that of Flask-RESTX, which looks the same, says what there may be. */
export const flaskSmorest = framework({
  name: 'flask-smorest',
  title: 'flask-smorest',
  family: 'python',
  side: 'server',
  imports: ['flask_smorest'],
  set: ['@ANY.response(status_code=STATUS, ...REST)'],
  completes: 'return',
});
