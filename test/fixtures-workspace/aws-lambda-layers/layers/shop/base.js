const respond = function (code, data, message, error, extra = null) {
  let body = { code, data, message, error };
  if (extra) body = Object.assign(body, extra);
  return { statusCode: code, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
};

const Refusal = class extends Error {
  constructor(message, given) {
    super(message);
    this.code = given?.code || null;
  }
};

module.exports = { respond, Refusal };
