const Router = require('@koa/router');
const authenticate = require('../authenticate');
const users = require('./users');

const router = new Router({ prefix: '/api' });
router.use('/users', authenticate, users.routes(), users.allowedMethods());

module.exports = router;
