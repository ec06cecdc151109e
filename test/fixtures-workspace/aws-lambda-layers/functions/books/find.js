const { Refusal } = require('/opt/base.js');

async function findLoan(id) {
  try {
    const loan = await table.query({ id });
    if (!loan) throw new Refusal('No such loan', { code: 404 });
    //                                                   ^^^ 404 sent
    return loan;
  } catch (error) {
    if (error instanceof Refusal || error.code) throw error;
    throw new Refusal('Looking up failed', { code: 400 });
    //                                             ^^^ 400 sent ! server-fault-is-5xx
  }
}

async function findShelf(id) {
  try {
    const shelf = await table.query({ id });
    if (!shelf) throw new Refusal('No such shelf', { code: 404 });
    //                                                     ^^^ 404 sent
    return shelf;
  } catch (error) {
    throw new Refusal('Looking up failed', { code: 400 });
    //                                             ^^^ 400 sent
  }
}

module.exports = { findLoan, findShelf };
