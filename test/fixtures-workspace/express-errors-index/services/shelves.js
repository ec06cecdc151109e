class NotFoundError {
  constructor(shelf) {
    this.shelf = shelf;
  }
}

module.exports = { NotFoundError };
