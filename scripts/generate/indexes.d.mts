/** @param source the folder with `languages`, `frameworks` and `rules`; that of the server by default */
export function generateIndexes(source?: string): void;
