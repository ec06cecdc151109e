const router = require('express').Router();
const { NotFound } = require('../httpErrors');
const users = require('../controllers/users');

router.get('/:id', users.show);
router.put('/:id', async (req, res, next) => {
  const user = await store.findById(req.params.id);
  if (!user) return next(new NotFound('No such user'));
  //                         ^^^^^^^^ 404 sent in-house PUT /users/:id
  res.status(200).json(user);
  //         ^^^ 200 sent express PUT /users/:id
});

module.exports = router;
