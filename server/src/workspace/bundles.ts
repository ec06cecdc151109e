/**
 * Where bundlers put what they make, and how they name it: by a hash of its content, long in hexadecimal or eight signs
 * of base 64 that hardly are a word; anywhere, one that says what it is: `worker.bundle.js`.
 */
const bundle =
  /(?:^|\/)(?:assets|static|chunks|built|build|dist|public|_next|_nuxt|_app)\/(?:[^/]+\/)*[^/]*[-.](?:[\da-f]{16,}|(?=[\w-]*\d|(?:[\w-]*[A-Z]){3})(?=[\w-]*[A-Z])[\w-]{8})\.[mc]?js$|\.bundle\.[mc]?js$/;

/** Whether a path, `/` between its parts, is that of a bundle: other files, put together. Nobody reads findings there. */
export function isBundle(path: string): boolean {
  return bundle.test(path);
}
