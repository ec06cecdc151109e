const httpErrors = require('../httpErrors');

exports.show = async (req, res) => {
  const user = await store.findById(req.params.id);
  if (!user) throw new httpErrors.NotFound('No such user');
  //                              ^^^^^^^^ 404 sent in-house GET /users/:id
  if (user.gone) throw new httpErrors.HttpError(410, 'Gone');
  //                                            ^^^ 410 sent in-house GET /users/:id
  res.json(user);
};
