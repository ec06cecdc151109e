import type { ReadTranslation } from './language.ts';

/** The part of all settings that is ours. */
export function sectionOf(settings: unknown): unknown {
  return typeof settings === 'object' && settings !== null && 'httpStatus' in settings
    ? settings.httpStatus
    : undefined;
}

/** The folder, a URI, in which a client lets the server keep what it has read. */
export function storageFolderOf(options: unknown): string | undefined {
  const isGiven = typeof options === 'object' && options !== null && 'storageFolder' in options;
  return isGiven && typeof options.storageFolder === 'string' ? options.storageFolder : undefined;
}

/** Whether the client says by itself what in an open JSON file contradicts its schema. */
export function checksSchemas(options: unknown): boolean {
  return (
    typeof options === 'object' && options !== null && 'checksSchemas' in options && options.checksSchemas === true
  );
}

/** The files of a translation that a client hands over where the server has none. */
export function handedTranslation(options: unknown): ReadTranslation | undefined {
  const isGiven = typeof options === 'object' && options !== null && 'translation' in options;
  if (!isGiven) return undefined;
  const files = new Map<string, unknown>(Object.entries(options.translation ?? {}));
  return async (fileName) => {
    const content = files.get(fileName);
    return typeof content === 'string' ? content : undefined;
  };
}
