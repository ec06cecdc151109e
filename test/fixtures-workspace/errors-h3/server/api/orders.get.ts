export default defineEventHandler(async (event) => {
  try {
    return await orders.findAll();
  } catch (error) {
    throw createError({ statusCode: 500, message: error.message });
    //                              ^^^ 500 sent h3 GET /api/orders ! error-detail-leak
  }
});
