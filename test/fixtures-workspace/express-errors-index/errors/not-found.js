const { StatusCodes } = require('http-status-codes');
const AppError = require('./app-error');

class NotFoundError extends AppError {
  constructor(message) {
    super(message);
    this.statusCode = StatusCodes.NOT_FOUND;
    //                            ^^^^^^^^^ 404 named
  }
}

module.exports = NotFoundError;
