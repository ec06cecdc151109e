export default defineNitroErrorHandler((error, event) => {
  setResponseStatus(event, error.statusCode);
  return send(event, JSON.stringify({ error: error.message }));
});
