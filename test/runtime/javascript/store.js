/** What the handlers have in common: a store of users, and callers who say in a header what they are. */
export const users = {
  create: async (user) => ({ id: 7, ...user }),
  findById: async (id) => (id === '7' ? { id: 7, name: 'Ada' } : undefined),
};

export const payments = {
  create: async () => {
    throw new Error('the database does not answer');
  },
};

export function userOf(headers) {
  const role = headers['x-role'];
  return role === undefined ? undefined : { role };
}

export function requireUser(req, res, next) {
  req.user = userOf(req.headers);
  if (!req.user) return res.status(401).set('WWW-Authenticate', 'Bearer').json({ error: 'unauthenticated' });
  next();
}

export async function readJson(stream) {
  let text = '';
  for await (const chunk of stream) text += chunk;
  return JSON.parse(text);
}
