const { findBook, sell } = require('./books');
const { respond } = require('./respond');

exports.handler = async (event) => {
  try {
    const book = await findBook(event.pathParameters.id);
    if (event.httpMethod === 'DELETE') await sell(book);
    return respond(book, 200);
    //                   ^^^ 200 sent aws-lambda
  } catch (thrown) {
    const error = thrown;
    return respond(error.message, error.statusCode || 400);
    //                                                ^^^ 400 sent aws-lambda ! server-fault-is-5xx
  }
};
