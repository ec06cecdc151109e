const respond = (payload, statusCode) => ({
  statusCode,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(payload),
});

module.exports = { respond };
