const { ShopError } = require('./errors');

async function findBook(id) {
  try {
    const { Item: book } = await table.get({ Key: { id } });
    if (!book) throw new ShopError('NO_BOOK', 'No such book', 404);
    //                                                        ^^^ 404 sent
    return book;
  } catch (error) {
    if (error instanceof ShopError) throw error;
    throw new ShopError('FAILED', `Looking up failed: ${error.message}`, 500);
    //                                                                   ^^^ 500 sent ! error-detail-leak
  }
}

async function sell(book) {
  try {
    await table.delete({ Key: { id: book.id } });
  } catch {
    throw new ShopError('FAILED', 'Selling failed', 500);
    //                                              ^^^ 500 sent
  }
}

module.exports = { findBook, sell };
