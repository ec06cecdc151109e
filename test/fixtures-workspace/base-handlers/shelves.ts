import { BaseHandler } from './base';

export class ShelfHandler extends BaseHandler {
  async remove(request: Request, headers: Headers): Promise<Response> {
    await shelves.remove(request.url);
    const written = this.write(204, headers);
    //                         ^^^ 204 sent web-response
    log(written);
    return written;
  }

  async show(request: Request, headers: Headers): Promise<Response> {
    const shelf = await shelves.find(request.url);
    if (!shelf) return this.write(404, headers, 'No such shelf');
    //                            ^^^ 404 sent web-response
    return this.write(200, headers, shelf.name);
    //                ^^^ 200 sent web-response
  }
}
