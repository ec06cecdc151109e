const Router = require('@koa/router');

const router = new Router();
router.get('/:id', async (ctx) => {
  if (!(await hasPermission('read', ctx.params.id))) ctx.throw(401, 'Not yours');
  //                                                           ^^^ 401 sent koa GET /api/users/:id ! forbidden-for-authenticated
  ctx.body = await store.findById(ctx.params.id);
});

module.exports = router;
