const shelves = require('./shelves');

module.exports = { shelves };
