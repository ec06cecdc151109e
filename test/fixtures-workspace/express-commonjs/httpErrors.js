class HttpError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

class NotFound extends HttpError {
  constructor(message) {
    super(404, message);
    //    ^^^ 404 named
  }
}

module.exports = { HttpError, NotFound };
