const errors = require('./errors');

exports.show = async (req, res) => {
  const user = await store.findById(req.params.id);
  if (!user) throw new errors.NotFound('No such user');
  //                          ^^^^^^^^ 404 sent in-house GET /users/:id
  if (user.gone) throw new errors.HttpError(410, 'Gone');
  //                                        ^^^ 410 sent in-house GET /users/:id
  res.json(user);
};
