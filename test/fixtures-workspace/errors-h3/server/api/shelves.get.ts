export default defineEventHandler(async (event) => {
  try {
    return await orders.shelves();
  } catch (error) {
    throw createError({ statusCode: 500, message: 'No shelves', data: error });
    //                              ^^^ 500 sent h3 GET /api/shelves
  }
});
