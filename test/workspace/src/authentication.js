import { users } from './store.js';

/** Lets a request through when its token names a user. */
export async function requireUser(req, res, next) {
  const user = await users.findByToken(req.get('Authorization'));
  if (!user) {
    return res.status(401).set('WWW-Authenticate', 'Bearer').json({ error: 'Please sign in' });
  }
  req.user = user;
  next();
}
