export class BaseHandler {
  write(status: number, headers: Headers, body?: string): Response {
    const response = new Response(body, { status, headers });
    response.headers.set('X-Served-By', 'shelf');
    return response;
  }
}
