class ShopError extends Error {
  constructor(code, text, statusCode = 400) {
    //                                 ^^^ 400 named
    super(text);
    this.code = code;
    this.statusCode = statusCode;
  }
}

module.exports = { ShopError };
