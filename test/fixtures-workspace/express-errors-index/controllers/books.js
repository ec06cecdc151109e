const CustomError = require('../errors');
const { BadRequestError } = require('../errors');
const { shelves } = require('../services');

const create = async (req, res) => {
  const { title } = req.body;
  if (!title) throw new BadRequestError('A book has a title');
  //                    ^^^^^^^^^^^^^^^ 400 sent in-house
  const titleExists = await Book.findOne({ title });
  if (titleExists) throw new CustomError.BadRequestError('This book already exists');
  //                                     ^^^^^^^^^^^^^^^ 400 sent in-house ! conflict-is-409
  const books = await Book.find({ shelf: req.body.shelf });
  if (books.length >= 10) throw new CustomError.BadRequestError('Ten books exist on this shelf');
  //                                            ^^^^^^^^^^^^^^^ 400 sent in-house
  res.json(await Book.create(req.body));
};

const show = async (req, res) => {
  const book = await Book.findOne({ _id: req.params.id });
  if (!book) throw new CustomError.NotFoundError('No such book');
  //                               ^^^^^^^^^^^^^ 404 sent in-house
  const copies = await Copy.find({ book: book.id });
  if (copies.length >= 10) throw new CustomError.BadRequestError('Ten copies exist of this book');
  //                                             ^^^^^^^^^^^^^^^ 400 sent in-house
  if (!book.shelf) throw new shelves.NotFoundError(book.shelf);
  res.json(book);
};

module.exports = { create, show };
