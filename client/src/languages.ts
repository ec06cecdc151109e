/**
 * The languages whose handlers the server reads. The manifest's activation events repeat them, a test compares the two.
 */
export const supportedLanguages: readonly string[] = [
  'javascript',
  'javascriptreact',
  'typescript',
  'typescriptreact',
  'go',
  'python',
];

export function isSupported(document: { readonly languageId: string }): boolean {
  return supportedLanguages.includes(document.languageId);
}
