/** The path in a URI, as files are known by in the index. */
export function pathOf(uri: string): string {
  return decoded(uri.replace(/^[a-z][\w+.-]*:\/\/[^/]*/i, ''));
}

/** A URI, or a part of one, as people write it; as it is where its signs are coded wrongly. */
export function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
