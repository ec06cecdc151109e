const { respond, Refusal } = require('/opt/base');

exports.handler = async (event) => {
  try {
    const book = await findBook(event.pathParameters.id);
    if (!book) throw new Refusal('No such book', { code: 404 });
    //                                                   ^^^ 404 sent
    return respond(200, book, 'Found');
    //             ^^^ 200 sent aws-lambda
  } catch (error) {
    if (error instanceof Refusal) return respond(error.code, null, error.message);
    return respond(500, null, 'Internal server error', error);
    //             ^^^ 500 sent aws-lambda ! error-detail-leak
  }
};
