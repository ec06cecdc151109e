const AppError = require('./app-error');
const BadRequestError = require('./bad-request');
const NotFoundError = require('./not-found');

module.exports = {
  AppError,
  BadRequestError,
  NotFoundError,
};
